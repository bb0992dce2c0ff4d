package org.posescope.body.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.posescope.body.BodyModel;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.PointNames;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;

/**
 * Where the landmarks of a skeleton are on a body model: at joints, and at points of the skin that are found by their place in
 * the rest pose, so that any model of the SMPL family will do.
 */
final class BodyLandmarks {
    private static final int HEAD = Skeletons.SMPL24.index("head");
    private static final Set<Skeleton> FITTED = Set.of(Skeletons.BLAZEPOSE33, Skeletons.PANOPTIC19, Skeletons.COCO17,
            Skeletons.COCO23, Skeletons.WHOLE_BODY133, Skeletons.OPENPOSE18);
    private static final float[] AVERAGE = new float[BodyParameters.BETAS];
    /** Knuckles of the index and the little finger beside that of the middle finger, in lengths of the hand. */
    private static final double INDEX_KNUCKLE = 0.28;
    private static final double PINKY_KNUCKLE = -0.42;
    /** Half the height of the band of the head in which the ears are, metres. */
    private static final double EAR_BAND = 0.05;

    private final BodyModel model;
    private final Skeleton skeleton;
    private final float[] joints;
    private final float[] vertices;
    private final List<BodyPoint> points = new ArrayList<>();

    private BodyLandmarks(BodyModel model, Skeleton skeleton) {
        this.model = model;
        this.skeleton = skeleton;
        this.joints = FittedJoints.places(model, AVERAGE);
        this.vertices = model.restVertices(AVERAGE);
    }

    /** Whether a body can be fitted to the points of a skeleton. */
    static boolean fits(Skeleton skeleton) {
        return FITTED.contains(skeleton);
    }

    /** Those among the points of a skeleton: limbs and head, and hands and feet where it has them. */
    static BodyLandmarks of(BodyModel model, Skeleton skeleton) {
        if (!fits(skeleton)) {
            throw new IllegalArgumentException("no body is fitted to the points of " + skeleton.id());
        }
        BodyLandmarks landmarks = new BodyLandmarks(model, skeleton);
        for (String side : List.of("left_", "right_")) {
            for (String joint : List.of("shoulder", "elbow", "wrist", "hip", "knee", "ankle")) {
                landmarks.points.add(BodyPoint.atJoint(landmarks.landmark(side + joint), joint(side + joint)));
            }
            if (landmarks.showHands()) {
                landmarks.hand(side);
            }
            if (landmarks.showFeet()) {
                landmarks.foot(side);
            }
        }
        landmarks.head();
        return landmarks;
    }

    /** Whether they tell how hands are turned, or end at the wrists. */
    boolean showHands() {
        return PointNames.find(skeleton, "left_pinky") >= 0;
    }

    /** Whether they tell how feet are turned, or end at the ankles. */
    boolean showFeet() {
        return PointNames.find(skeleton, "left_heel") >= 0;
    }

    /** Position of a landmark in the skeleton. */
    int landmark(String name) {
        int found = PointNames.find(skeleton, name);
        if (found < 0) {
            throw new IllegalArgumentException(skeleton.id() + " has no point named " + name);
        }
        return found;
    }

    private static int joint(String name) {
        return Skeletons.SMPL24.index(name);
    }

    private void hand(String side) {
        int wrist = joint(side + "wrist");
        int hand = joint(side + "hand");
        points.add(BodyPoint.beside(landmark(side + "index"), wrist, hand, INDEX_KNUCKLE));
        points.add(BodyPoint.beside(landmark(side + "pinky"), wrist, hand, PINKY_KNUCKLE));
    }

    private void foot(String side) {
        int ankle = joint(side + "ankle");
        double outwards = Math.signum(joints[3 * ankle]);
        IntPredicate ofFoot = v -> vertices[3 * v] * outwards > 0 && vertices[3 * v + 1] < joints[3 * ankle + 1];
        points.add(
                BodyPoint.atVertex(landmark(side + "heel"), ankle, furthest(ofFoot, v -> -vertices[3 * v + 2])));
        points.add(
                BodyPoint.atVertex(landmark(side + "foot_index"), ankle, furthest(ofFoot, v -> vertices[3 * v + 2])));
    }

    private void head() {
        IntPredicate ofHead = v -> vertices[3 * v + 1] > joints[3 * HEAD + 1];
        int nose = furthest(ofHead, v -> vertices[3 * v + 2]);
        IntPredicate besideNose = v -> Math.abs(vertices[3 * v + 1] - vertices[3 * nose + 1]) < EAR_BAND;
        points.add(BodyPoint.atVertex(landmark("nose"), HEAD, nose));
        points.add(BodyPoint.atVertex(landmark("left_ear"), HEAD,
                furthest(besideNose.and(ofHead), v -> vertices[3 * v])));
        points.add(BodyPoint.atVertex(landmark("right_ear"), HEAD,
                furthest(besideNose.and(ofHead), v -> -vertices[3 * v])));
    }

    private int furthest(IntPredicate candidates, IntToDoubleFunction direction) {
        return IntStream.range(0, vertices.length / 3).filter(candidates).boxed()
                .max((a, b) -> Double.compare(direction.applyAsDouble(a), direction.applyAsDouble(b))).orElseThrow(
                        () -> new IllegalArgumentException(model + " does not stand in the T-pose of the SMPL family"));
    }

    Skeleton skeleton() {
        return skeleton;
    }

    List<BodyPoint> points() {
        return points;
    }

    /** Position of the point that shows a landmark. */
    int point(String landmark) {
        int wanted = landmark(landmark);
        return IntStream.range(0, points.size()).filter(i -> points.get(i).landmark() == wanted).findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no point of the body shows the landmark " + landmark));
    }

    /** The bones of a shape. */
    RestFigure figure(float[] betas) {
        float[] shapedJoints = FittedJoints.places(model, betas);
        float[] shapedVertices = model.restVertices(betas);
        double[] positions = new double[3 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            points.get(i).place().put(shapedJoints, shapedVertices, positions, 3 * i);
        }
        return new RestFigure(FittedJoints.parents(model),
                IntStream.range(0, shapedJoints.length).mapToDouble(i -> shapedJoints[i]).toArray(), positions);
    }
}
