package org.posescope.measure.length;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

/** People who stand upright in front of a camera that is held level, with boxes as they are seen. */
final class StandingPeople {
    static final BodyModel MODEL = DefaultBody.read();
    static final Camera CAMERA = new Camera(1000, 640, 360);

    private StandingPeople() {}

    /**
     * Somebody of average shape but for their first beta.
     *
     * @param x     of the pelvis, metres
     * @param depth likewise
     */
    static Person at(int id, double x, double depth, float stature) {
        float[] betas = new float[BodyParameters.BETAS];
        betas[0] = stature;
        float[] joints = MODEL.restJoints(betas);
        List<Quaternion> turns = new ArrayList<>(Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY));
        turns.set(0, new Quaternion(0, 1, 0, 0));
        List<Float> shape = new ArrayList<>();
        for (float beta : betas) {
            shape.add(beta);
        }
        double middle = CAMERA.centerX() + CAMERA.focal() * x / depth;
        double tall = CAMERA.focal() * 1.7 / depth;
        return new Person(id, 0.9f, new Box((float) (middle - tall / 8), (float) (360 - tall / 2), (float) (tall / 4),
                (float) tall), List.of(new Keypoints(Skeletons.COCO17, Collections.nCopies(17, new Keypoint(5, 5, 1)))),
                Optional.empty(), Optional.empty(),
                Optional.of(new BodyParameters(turns, shape, new Vector3((float) x - joints[0], 0.2f - joints[1],
                        (float) depth - joints[2]))));
    }
}
