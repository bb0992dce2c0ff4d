package org.posescope.pipeline.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.posescope.body.lift.LiftedLandmarks;
import org.posescope.body.lift.Lifter;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.RotationFit;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Camera;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.PointNames;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;

/**
 * Where somebody's keypoints are in space: what a pose network says, if it says so, joined with what the lifter makes of the picture. The
 * shape is mostly the lifter's, the orientation half of each; points off the picture are the network's.
 */
final class SpaceJoints {
    private static final double LIFTED = 0.7;
    private static final double ORIENTATION = 0.5;
    private static final int FEWEST = 6;
    /** Of the way from the nose to an ear. */
    private static final double EYE = 0.35;
    /** Of the length of a foot: how far from the heel the small toe is, and how far beside the line to the big toe. */
    private static final double SMALL_TOE = 0.82;
    private static final double FOOT_WIDTH = 0.3;
    /** Points that are told by others. */
    private static final Set<String> BETWEEN = Set.of("neck", "left_eye", "right_eye", "left_big_toe",
            "right_big_toe", "left_small_toe", "right_small_toe");
    private static final List<Integer> LIMBS = IntStream.range(0, LiftedLandmarks.COUNT)
            .filter(i -> LiftedLandmarks.NAMES.get(i).matches(".*_(shoulder|elbow|wrist|hip|knee|ankle)")).boxed()
            .toList();

    private final Lifter lifter;

    SpaceJoints(Lifter lifter) {
        this.lifter = lifter;
    }

    /**
     * The skeleton in which somebody is lifted whose own points are those of another one: that itself where all its points can be lifted, or
     * else COCO's, with feet where it has them; empty where it has not even those.
     */
    static Optional<Skeleton> liftable(Skeleton own) {
        return Stream.of(own, Skeletons.COCO23, Skeletons.COCO17)
                .filter(each -> PointNames.hasAll(own, each) && each.names().stream().allMatch(SpaceJoints::knows))
                .findFirst();
    }

    private static boolean knows(String name) {
        return LiftedLandmarks.index(name) >= 0 || BETWEEN.contains(name);
    }

    /**
     * Of points in the picture alone; empty where hips or shoulders are not known, or other points cannot be told from those that are lifted.
     *
     * @param own    all that is seen of somebody
     * @param width  of the picture, pixels
     * @param height of the picture, pixels
     */
    Optional<Joints3d> lifted(Keypoints own, Camera camera, int width, int height) {
        return liftable(own.skeleton()).flatMap(skeleton -> lifter.lift(own, camera, width, height)
                .map(points -> new Joints3d(skeleton, skeleton.names().stream()
                        .map(name -> joint(named(name, points), own.points().get(own.skeleton().index(name)).score()))
                        .toList())));
    }

    private static Vec3 named(String name, List<Vec3> points) {
        int lifted = LiftedLandmarks.index(name.replace("_big_toe", "_foot_index"));
        if (lifted >= 0) {
            return points.get(lifted);
        }
        return switch (name) {
            case "neck" -> of("left_shoulder", points).lerp(of("right_shoulder", points), 0.5);
            case "left_eye" -> of("nose", points).lerp(of("left_ear", points), EYE);
            case "right_eye" -> of("nose", points).lerp(of("right_ear", points), EYE);
            case "left_small_toe" -> smallToe("left_", 1, points);
            case "right_small_toe" -> smallToe("right_", -1, points);
            default -> throw new IllegalArgumentException("nothing tells where " + name + " is");
        };
    }

    /** Beside the tip of a foot, away from the other one, and somewhat nearer to the heel. */
    private static Vec3 smallToe(String side, int outwards, List<Vec3> points) {
        Vec3 heel = of(side + "heel", points);
        Vec3 foot = of(side + "foot_index", points).minus(heel);
        Vec3 sideways = of(side + "ankle", points).minus(heel).cross(foot).unit();
        return heel.plus(SMALL_TOE, foot).plus(outwards * FOOT_WIDTH * foot.length(), sideways);
    }

    private static Vec3 of(String name, List<Vec3> points) {
        return points.get(LiftedLandmarks.index(name));
    }

    /**
     * Of points in the picture and in space, in the order of the same skeleton.
     *
     * @param network camera frame
     * @param width   of the picture, pixels
     * @param height  of the picture, pixels
     */
    Joints3d joined(Keypoints seen, Joints3d network, Camera camera, int width, int height) {
        List<Integer> own = LiftedLandmarks.NAMES.stream().map(name -> PointNames.find(network.skeleton(), name))
                .toList();
        List<Integer> known = LIMBS.stream().filter(i -> own.get(i) >= 0)
                .filter(i -> inside(seen.points().get(own.get(i)), width, height)).toList();
        return lifter.lift(seen, camera, width, height).filter(any -> known.size() >= FEWEST)
                .map(lifted -> join(lifted, network, own, known, seen, width, height)).orElse(network);
    }

    private static Joints3d join(List<Vec3> lifted, Joints3d network, List<Integer> own, List<Integer> known,
            Keypoints seen, int width, int height) {
        List<Vec3> places = network.joints().stream().map(joint -> new Vec3(joint.x(), joint.y(), joint.z())).toList();
        List<Vec3> ofLifter = known.stream().map(lifted::get).toList();
        List<Vec3> ofNetwork = known.stream().map(i -> places.get(own.get(i))).toList();
        Rotation whole = RotationFit.between(ofLifter, ofNetwork);
        Rotation forward = whole.share(ORIENTATION);
        Rotation back = whole.inverse().share(1 - ORIENTATION);
        Vec3 lifterMiddle = RotationFit.middle(ofLifter);
        Vec3 networkMiddle = RotationFit.middle(ofNetwork);
        List<Vec3> turned = places.stream().map(place -> back.apply(place.minus(networkMiddle))).toList();
        Vec3[] joined = turned.toArray(Vec3[]::new);
        for (int i = 0; i < LiftedLandmarks.COUNT; i++) {
            int point = own.get(i);
            if (point >= 0 && inside(seen.points().get(point), width, height)) {
                joined[point] = turned.get(point).lerp(forward.apply(lifted.get(i).minus(lifterMiddle)), LIFTED);
            }
        }
        List<String> names = network.skeleton().names();
        for (int point = 0; point < joined.length; point++) {
            int carrier = names.indexOf(carrier(names.get(point)));
            if (!own.contains(point) && carrier >= 0) {
                joined[point] = turned.get(point).plus(joined[carrier].minus(turned.get(carrier)));
            }
        }
        Vec3 hips = joined[names.indexOf("left_hip")].lerp(joined[names.indexOf("right_hip")], 0.5);
        return new Joints3d(network.skeleton(), IntStream.range(0, joined.length)
                .mapToObj(i -> joint(joined[i].minus(hips), network.joints().get(i).score())).toList());
    }

    /** With which lifted point another one moves. */
    private static String carrier(String name) {
        String side = name.startsWith("left_") ? "left_" : "right_";
        if (name.contains("thumb") || name.contains("finger") || name.contains("hand_root")) {
            return side + "wrist";
        }
        return name.endsWith("_toe") ? side + "heel" : "nose";
    }

    private static boolean inside(Keypoint point, int width, int height) {
        return point.x() >= 0 && point.y() >= 0 && point.x() < width && point.y() < height;
    }

    private static Joint joint(Vec3 place, float score) {
        return new Joint((float) place.x(), (float) place.y(), (float) place.z(), score);
    }
}
