package org.posescope.workshop.demo.motion;

import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * One foot over time. On the floor it rolls over the heel, rests, and rolls over the ball with the toes flat; in between it
 * swings. The joint in the ball and the heel do not slide while they bear. The angles are those of walking (Winter 1991),
 * smaller for shorter steps.
 */
final class FootTrack {
    private static final double STRIKE = Math.toRadians(18);
    private static final double PUSH = Math.toRadians(56);
    /** The distance between two prints of a foot at which it rolls by these angles. */
    private static final double FULL_STRIDE = 1.2;
    private static final double STRIKE_SECONDS = 0.1;
    private static final double PUSH_SECONDS = 0.27;
    private static final double MOST_TOES = Math.toRadians(45);
    private static final double CLEARANCE = 0.022;
    private static final double INSTANT = 1e-4;

    private final StepPlan plan;
    private final Side side;
    private final BodyMeasures measures;

    FootTrack(StepPlan plan, Side side, BodyMeasures measures) {
        this.plan = plan;
        this.side = side;
        this.measures = measures;
    }

    FootPose at(double time) {
        int number = plan.last(side, time);
        Footprint print = print(number);
        return time < print.liftOff() ? planted(number, time) : swinging(number, time);
    }

    private Footprint print(int number) {
        return plan.prints(side).get(number);
    }

    /** How long the way to a print is against a full stride, 0..1. */
    private double stride(int number) {
        List<Footprint> prints = plan.prints(side);
        if (number == 0 || number == prints.size()) {
            return 0;
        }
        double way = prints.get(number).place().point().distance(prints.get(number - 1).place().point());
        return Math.min(1, way / FULL_STRIDE);
    }

    /** Toes up is positive. */
    private double plantedPitch(int number, double time) {
        Footprint print = print(number);
        double down = STRIKE * stride(number) * (1 - Ease.smooth((time - print.contact()) / STRIKE_SECONDS));
        double u = Math.clamp(1 - (print.liftOff() - time) / PUSH_SECONDS, 0, 1);
        return down - push(number + 1) * u * u * (2.2 - 1.2 * u);
    }

    /** Even a foot that only turns comes off the floor heel first. */
    private double push(int number) {
        return PUSH * Math.max(0.35, stride(number));
    }

    private FootPose planted(int number, double time) {
        double pitch = plantedPitch(number, time);
        Standpoint place = print(number).place();
        Vec3 rest = place.point().plus(measures.ankleHeight(), Vec3.Y);
        Vec3 pivot = pitch > 0 ? measures.heel() : measures.ball();
        Rotation rotation = rotation(place.heading(), pitch);
        Vec3 ankle = rest.plus(place.turn().apply(pivot)).minus(rotation.apply(pivot));
        return new FootPose(ankle, rotation, Math.clamp(-pitch, 0, MOST_TOES));
    }

    private static Rotation rotation(double heading, double pitch) {
        return Rotation.about(Vec3.Y, heading).times(Rotation.about(Vec3.X, -pitch));
    }

    private FootPose swinging(int number, double time) {
        double start = print(number).liftOff();
        double end = print(number + 1).contact();
        double seconds = end - start;
        double u = (time - start) / seconds;
        double pitchSpeed = (plantedPitch(number, start) - plantedPitch(number, start - INSTANT)) / INSTANT;
        double pitch = Ease.hermite(plantedPitch(number, start), seconds * pitchSpeed, plantedPitch(number + 1, end), 0,
                u);
        FootPose before = planted(number, start);
        FootPose after = planted(number + 1, end);
        Vec3 out = before.ankle().minus(planted(number, start - INSTANT).ankle()).times(seconds / INSTANT);
        Vec3 in = planted(number + 1, end + INSTANT).ankle().minus(after.ankle()).times(seconds / INSTANT);
        Vec3 ankle = Ease.hermite(before.ankle(), out, after.ankle(), in, u)
                .plus(CLEARANCE * 16 * u * u * (1 - u) * (1 - u), Vec3.Y);
        double heading = print(number).place().heading();
        double turn = print(number + 1).place().heading() - heading;
        return new FootPose(ankle, rotation(heading + turn * Ease.smooth(u), pitch),
                before.toes() * (1 - Ease.smooth(2 * u)));
    }
}
