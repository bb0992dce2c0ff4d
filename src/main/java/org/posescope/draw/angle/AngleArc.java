package org.posescope.draw.angle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.posescope.draw.Confidence;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;

/**
 * Where the angles of a joint are seen in a picture, pixels, y down. The arc goes from where the distal segment is at zero to where it is.
 *
 * @param x     of the joint
 * @param y     likewise
 * @param from  direction at zero, radians from x to y
 * @param sweep to the direction of the segment, -pi..pi; 0 where there is none
 * @param reach length of the segment
 */
record AngleArc(double x, double y, double from, double sweep, double reach) {
    private static final double QUARTER = Math.PI / 2;
    private static final double DOWN = QUARTER;

    private record Spot(double x, double y) {
        Spot minus(Spot o) {
            return new Spot(x - o.x, y - o.y);
        }

        Spot middle(Spot o) {
            return new Spot((x + o.x) / 2, (y + o.y) / 2);
        }

        double direction() {
            return Math.atan2(y, x);
        }
    }

    private record Seen(Keypoints keypoints) {
        Optional<Spot> point(String... names) {
            return Stream.of(names).map(keypoints.skeleton().names()::indexOf).filter(index -> index >= 0)
                    .map(keypoints.points()::get).filter(point -> Confidence.shown(point.score()))
                    .map(Seen::spot).findFirst();
        }

        private static Spot spot(Keypoint point) {
            return new Spot(point.x(), point.y());
        }

        Optional<Spot> between(String name) {
            return point("left_" + name).flatMap(left -> point("right_" + name).map(left::middle));
        }

        Optional<Spot> hips() {
            return between("hip").or(() -> point("pelvis", "hip"));
        }

        Optional<Spot> neck() {
            return between("shoulder").or(() -> point("neck"));
        }

        Optional<Spot> head() {
            return between("ear").or(() -> point("head", "nose"));
        }
    }

    /** Where an angle is seen; empty where the joint is not. */
    static Optional<AngleArc> of(Keypoints keypoints, PoseAngle angle) {
        Seen seen = new Seen(keypoints);
        String joint = angle.joint();
        String side = joint.startsWith("left_") ? "left_" : "right_";
        return switch (joint.replaceFirst("^(left|right)_", "")) {
            case "knee" -> bend(seen.point(side + "hip"), seen.point(joint), seen.point(side + "ankle"));
            case "elbow" -> bend(seen.point(side + "shoulder"), seen.point(joint), seen.point(side + "wrist"));
            case "wrist" -> bend(seen.point(side + "elbow"), seen.point(joint), seen.point(side + "index"));
            case "ankle" -> foot(seen, side);
            case "hip" -> hanging(seen, seen.point(joint), seen.point(side + "knee"));
            case "shoulder" -> hanging(seen, seen.point(joint), seen.point(side + "elbow"));
            case "neck" -> bend(seen.hips(), seen.neck(), seen.head());
            case "pelvis" -> seen.hips().map(AngleArc::none);
            default -> lean(seen);
        };
    }

    private static AngleArc none(Spot at) {
        return new AngleArc(at.x, at.y, DOWN, 0, 0);
    }

    private static AngleArc arc(Spot at, double from, Spot segment) {
        return new AngleArc(at.x, at.y, from, Math.IEEEremainder(segment.direction() - from, 2 * Math.PI),
                Math.hypot(segment.x, segment.y));
    }

    /** From the segment before the joint, lengthened, to that behind it. */
    private static Optional<AngleArc> bend(Optional<Spot> before, Optional<Spot> joint, Optional<Spot> behind) {
        return joint.map(at -> before
                .flatMap(first -> behind.map(last -> arc(at, at.minus(first).direction(), last.minus(at))))
                .orElse(none(at)));
    }

    /** From where the limb is parallel to the trunk. */
    private static Optional<AngleArc> hanging(Seen seen, Optional<Spot> joint, Optional<Spot> behind) {
        Optional<Spot> trunk = seen.hips().flatMap(hips -> seen.neck().map(hips::minus));
        return joint.map(at -> trunk
                .flatMap(down -> behind.map(last -> arc(at, down.direction(), last.minus(at)))).orElse(none(at)));
    }

    private static Optional<AngleArc> lean(Seen seen) {
        return seen.hips().map(hips -> seen.neck().map(neck -> arc(hips, -QUARTER, neck.minus(hips)))
                .orElse(none(hips)));
    }

    /** From the right angle to the shank on the side of the toes. */
    private static Optional<AngleArc> foot(Seen seen, String side) {
        Optional<Spot> toe = seen.point(side + "foot_index", side + "big_toe");
        return seen.point(side + "ankle").map(at -> toe.flatMap(tip -> seen.point(side + "knee").map(knee -> {
            Spot foot = tip.minus(seen.point(side + "heel").orElse(at));
            double shank = at.minus(knee).direction();
            double turn = Math.IEEEremainder(foot.direction() - shank, 2 * Math.PI);
            return arc(at, shank + (turn < 0 ? -QUARTER : QUARTER), foot);
        })).orElse(none(at)));
    }

    /** The direction in the middle of the arc, where figures are. */
    double middle() {
        return from + sweep / 2;
    }

    /** As seen in a mirror, without its place. */
    AngleArc inMirror() {
        return new AngleArc(x, y, Math.PI - from, -sweep, reach);
    }

    /** Whether an arc says something of an angle, and not of a turn of the segment about itself. */
    static boolean says(PoseAngle angle) {
        return List.of("FLEXION", "ABDUCTION", "FORWARD", "SIDE", "BEND").stream()
                .anyMatch(angle.name()::endsWith);
    }
}
