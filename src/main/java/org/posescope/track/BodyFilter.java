package org.posescope.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.pose.BodyParameters;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Vector3;

/**
 * Smooths the body of one tracked person: rotations as quaternions, component by component on the side of the frame before; the shape,
 * which no motion changes, is the mean of all frames so far.
 */
final class BodyFilter {
    /** Change of a quaternion for which the end of a limb of half a metre moves by the size of a body: half the angle. */
    private static final double TURN = PersonFilter.BODY_METRES / 0.5 / 2;
    private static final int MOST_FRAMES = 300;

    private final FilterBank turns;
    private final FilterBank place;
    private Optional<BodyParameters> before = Optional.empty();
    private int frames;

    BodyFilter(SmoothingSettings settings) {
        turns = new FilterBank(settings.space());
        place = new FilterBank(settings.place());
    }

    /** @param seconds since the frame before */
    BodyParameters smooth(BodyParameters body, double seconds) {
        turns.frame(seconds, TURN);
        place.frame(seconds, PersonFilter.BODY_METRES);
        frames = Math.min(frames + 1, MOST_FRAMES);
        List<Quaternion> rotations = new ArrayList<>();
        for (int joint = 0; joint < BodyParameters.JOINTS; joint++) {
            rotations.add(turned(joint, body.rotations().get(joint)));
        }
        List<Float> betas = new ArrayList<>();
        for (int k = 0; k < BodyParameters.BETAS; k++) {
            betas.add(mean(k, body.betas().get(k)));
        }
        Vector3 t = body.translation();
        BodyParameters smoothed = new BodyParameters(rotations, betas,
                new Vector3(place.next(t.x()), place.next(t.y()), place.next(t.z())), body.fingersAndFace());
        before = Optional.of(smoothed);
        return smoothed;
    }

    private Quaternion turned(int joint, Quaternion raw) {
        double sign = before.map(body -> body.rotations().get(joint)).filter(last -> dot(last, raw) < 0).isPresent()
                ? -1
                : 1;
        double w = turns.next((float) (sign * raw.w()));
        double x = turns.next((float) (sign * raw.x()));
        double y = turns.next((float) (sign * raw.y()));
        double z = turns.next((float) (sign * raw.z()));
        double length = Math.sqrt(w * w + x * x + y * y + z * z);
        return new Quaternion((float) (w / length), (float) (x / length), (float) (y / length), (float) (z / length));
    }

    private static double dot(Quaternion a, Quaternion b) {
        return a.w() * b.w() + a.x() * b.x() + a.y() * b.y() + a.z() * b.z();
    }

    private float mean(int component, float measured) {
        float last = before.map(body -> body.betas().get(component)).orElse(measured);
        return last + (measured - last) / frames;
    }
}
