package org.posescope.workshop.demo.motion;

import java.util.ArrayList;
import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/** What somebody looks at. Immutable. */
public final class Gaze {
    private static final double SECONDS = 0.55;
    private static final double MOST_TO_A_SIDE = Math.toRadians(68);
    private static final double MOST_UP_OR_DOWN = Math.toRadians(38);

    private final List<Look> looks;

    /** Something to look at, in the world. */
    @FunctionalInterface
    public interface Target {
        Vec3 at(double time);
    }

    private record Look(double start, Target target) {}

    private Gaze(List<Look> looks) {
        this.looks = looks;
    }

    public static Gaze at(Target target) {
        return new Gaze(List.of(new Look(Double.NEGATIVE_INFINITY, target)));
    }

    /** Looks at something else from some time on. */
    public Gaze then(double start, Target target) {
        List<Look> more = new ArrayList<>(looks);
        more.add(new Look(start, target));
        return new Gaze(List.copyOf(more));
    }

    /** How the head turns against the chest to look there. */
    Rotation head(double time, Vec3 eyes, Rotation chest) {
        double yaw = 0;
        double pitch = 0;
        for (Look look : looks) {
            Vec3 way = chest.inverse().apply(look.target.at(time).minus(eyes).unit());
            double toSide = Math.clamp(StrictMath.atan2(way.x(), way.z()), -MOST_TO_A_SIDE, MOST_TO_A_SIDE);
            double down = Math.clamp(StrictMath.asin(-way.y()), -MOST_UP_OR_DOWN, MOST_UP_OR_DOWN);
            double share = Ease.smooth((time - look.start) / SECONDS);
            yaw += share * (toSide - yaw);
            pitch += share * (down - pitch);
        }
        return Rotation.about(Vec3.Y, yaw).times(Rotation.about(Vec3.X, pitch));
    }
}
