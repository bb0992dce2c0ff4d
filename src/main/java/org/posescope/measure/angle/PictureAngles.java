package org.posescope.measure.angle;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.PointNames;

/**
 * The angles that points in the picture have, pixels, y down. Somebody who goes left is mirrored first, each side by where its toes point and
 * the trunk by both, so that flexion has the same sign whichever way they go.
 */
public final class PictureAngles {
    private final Keypoints keypoints;
    private final double leastScore;

    private record Point(double x, double y) {
        Point minus(Point o) {
            return new Point(x - o.x, y - o.y);
        }
    }

    private PictureAngles(Keypoints keypoints, double leastScore) {
        this.keypoints = keypoints;
        this.leastScore = leastScore;
    }

    /**
     * All angles whose points are known, degrees in [-180, 180), those of pelvis and shoulders in [-90, 90).
     *
     * @param leastScore points below it are not known
     */
    public static Map<PictureAngle, Double> of(Keypoints keypoints, double leastScore) {
        PictureAngles angles = new PictureAngles(keypoints, leastScore);
        Map<PictureAngle, Double> degrees = new EnumMap<>(PictureAngle.class);
        for (PictureAngle angle : PictureAngle.values()) {
            angles.degrees(angle).ifPresent(value -> degrees.put(angle, value));
        }
        return degrees;
    }

    private Optional<Double> degrees(PictureAngle angle) {
        List<Optional<Point>> found = angle.points().stream().map(name -> point(name, angle.across())).toList();
        if (found.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Point> p = found.stream().map(Optional::get).toList();
        Point u;
        Point v;
        switch (p.size()) {
            case 2 -> {
                u = p.get(0).minus(p.get(1));
                v = new Point(1, 0);
            }
            case 3 -> {
                u = p.get(0).minus(p.get(1));
                v = p.get(2).minus(p.get(1));
            }
            default -> {
                u = p.get(1).minus(p.get(0));
                v = p.get(3).minus(p.get(2));
            }
        }
        double raw = Math.toDegrees(Math.atan2(v.x * u.y - v.y * u.x, u.x * v.x + u.y * v.y));
        return Optional.of(angle.of(raw));
    }

    private Optional<Point> point(String name, boolean across) {
        Optional<Point> seen = switch (name) {
            case "hips" -> middle("left_hip", "right_hip");
            case "neck" -> middle("left_shoulder", "right_shoulder");
            default -> seen(name);
        };
        boolean mirrored = direction(across ? "" : name) < 0;
        return seen.map(at -> mirrored ? new Point(-at.x, at.y) : at);
    }

    private double direction(String name) {
        if (name.startsWith("left_") || name.startsWith("right_")) {
            return toes(name.substring(0, name.indexOf('_') + 1));
        }
        return toes("left_") + toes("right_");
    }

    private double toes(String side) {
        Optional<Point> toe = seen(side + "foot_index");
        Optional<Point> heel = seen(side + "heel");
        return toe.isPresent() && heel.isPresent() ? toe.get().x - heel.get().x : 0;
    }

    private Optional<Point> middle(String first, String second) {
        return seen(first).flatMap(a -> seen(second).map(b -> new Point((a.x + b.x) / 2, (a.y + b.y) / 2)));
    }

    private Optional<Point> seen(String name) {
        int index = PointNames.find(keypoints.skeleton(), name);
        if (index < 0) {
            return Optional.empty();
        }
        Keypoint point = keypoints.points().get(index);
        return point.score() >= leastScore && Float.isFinite(point.x() + point.y())
                ? Optional.of(new Point(point.x(), point.y()))
                : Optional.empty();
    }
}
