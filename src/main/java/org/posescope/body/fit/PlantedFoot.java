package org.posescope.body.fit;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.posescope.body.math.Vec3;

/**
 * Notices when a foot stands still in the picture and remembers where it stands until it moves away. What a camera that moves
 * sees never stands still, so then nothing is held.
 */
final class PlantedFoot {
    /** Speeds across the line of sight, metres a second, below which a foot is planted and above which it is lifted. */
    private static final double STILL = 0.15;
    private static final double MOVING = 0.4;
    /** A foot seen this far from where it is held, metres across the line of sight, is lifted. */
    private static final double AWAY = 0.06;
    /** Time constant with which the place gives way to where the foot is seen, so that an error of depth does not last. */
    private static final double YIELD_SECONDS = 1;
    private static final double LEAST_TRUST = 0.4;

    private final List<BodyPoint> points;
    private final int[] ofFoot;
    private Optional<Observation> before = Optional.empty();
    private List<Anchor> anchors = List.of();

    /** @param ofFoot the points of the foot, by their positions among the points of the body */
    PlantedFoot(List<BodyPoint> points, int... ofFoot) {
        this.points = points;
        this.ofFoot = ofFoot.clone();
    }

    /**
     * Where the foot is held in this frame.
     *
     * @param pose    of the frame before
     * @param seconds since then
     */
    List<Anchor> update(Observation now, BodyPose pose, double seconds) {
        boolean seen = IntStream.of(ofFoot).allMatch(i -> now.trust(landmark(i)) > LEAST_TRUST);
        double speed = before.isPresent() && seconds > 0 ? speed(before.get(), now, seconds) : Double.NaN;
        before = Optional.of(now);
        if (!seen || !(speed < MOVING) || anchors.stream().anyMatch(anchor -> away(now, anchor))) {
            anchors = List.of();
        } else if (anchors.isEmpty() && speed < STILL) {
            anchors = IntStream.of(ofFoot).mapToObj(i -> {
                double[] place = new double[3];
                pose.put(points.get(i), i, place);
                return new Anchor(i, new Vec3(place[0], place[1], place[2]));
            }).toList();
        } else {
            double share = 1 - Math.exp(-seconds / YIELD_SECONDS);
            anchors = anchors.stream().map(anchor -> new Anchor(anchor.point(),
                    anchor.place().lerp(now.place(landmark(anchor.point())), share))).toList();
        }
        return anchors;
    }

    private int landmark(int point) {
        return points.get(point).landmark();
    }

    private double speed(Observation from, Observation to, double seconds) {
        double fastest = 0;
        for (int i : ofFoot) {
            int landmark = landmark(i);
            double across = Math.hypot(to.slope(landmark) - from.slope(landmark),
                    to.drop(landmark) - from.drop(landmark));
            fastest = Math.max(fastest, across * to.place(landmark).z() / seconds);
        }
        return fastest;
    }

    private boolean away(Observation now, Anchor anchor) {
        int landmark = landmark(anchor.point());
        Vec3 place = anchor.place();
        return Math.hypot(place.x() - now.slope(landmark) * place.z(),
                place.y() - now.drop(landmark) * place.z()) > AWAY;
    }
}
