package org.posescope.workshop.body.skin;

import java.util.ArrayList;
import java.util.List;

import org.posescope.body.math.NormalEquations;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.Rig;

/**
 * Fits the pose blend shapes of some joints by least squares: over rotations in their ranges, linear blend skinning of the
 * T-pose with the offsets shall give what the reference gives.
 */
final class CorrectiveFit {
    private static final int ENTRIES = PoseCorrectives.ENTRIES;
    private static final int SAMPLES_PER_JOINT = 60;
    /** Vertices whose error is never larger than this, in metres, get no offset. */
    private static final double MIN_ERROR = 3e-4;
    private static final double DAMPING = 0.05;

    private final Rig rig;
    private final ReferenceSkinning reference;
    private final SkinWeights weights;
    private final Vec3[] template;
    private final Vec3[] joints;

    /** A pose: the numbers that the offsets are linear in, the joints, and the surface that shall come out. */
    private record Sample(List<Double> features, JointFrames joints, List<Vec3> goal) {}

    CorrectiveFit(Rig rig, ReferenceSkinning reference, SkinWeights weights) {
        this.rig = rig;
        this.reference = reference;
        this.weights = weights;
        template = reference.tPose();
        joints = reference.tJoints();
    }

    /**
     * The shapes of some joints.
     *
     * @param group one joint, or two that are fitted together
     * @return for each joint the offsets, in the order of {@link PoseCorrectives#index}
     */
    double[][] shapes(int[] group) {
        List<Sample> samples = samples(group);
        int features = ENTRIES * group.length;
        double[][] shapes = new double[group.length][3 * template.length * ENTRIES];
        for (int v = 0; v < template.length; v++) {
            double[] offsets = fit(v, samples, features);
            for (int k = 0; k < offsets.length; k++) {
                int feature = k % features;
                shapes[feature / ENTRIES][PoseCorrectives.index(v, k / features, feature % ENTRIES)] = offsets[k];
            }
        }
        return shapes;
    }

    /** With two joints, in a third of the samples only the one turns, in a third only the other. */
    private List<Sample> samples(int[] group) {
        int count = SAMPLES_PER_JOINT * group.length;
        List<List<Rotation>> rotations = new ArrayList<>();
        for (int member = 0; member < group.length; member++) {
            rotations.add(JointRange.of(rig, group[member]).samples(count, 3 * member));
        }
        List<Sample> samples = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            Rotation[] pose = JointFrames.restPose(rig);
            List<Double> features = new ArrayList<>();
            for (int member = 0; member < group.length; member++) {
                if (group.length == 1 || s % 3 != member) {
                    pose[group[member]] = rotations.get(member).get(s);
                }
                addFeatures(features, pose[group[member]]);
            }
            samples.add(new Sample(features, JointFrames.of(rig, joints, pose), List.of(reference.pose(pose))));
        }
        return samples;
    }

    private static void addFeatures(List<Double> features, Rotation rotation) {
        double[] matrix = rotation.matrix();
        for (int entry = 0; entry < ENTRIES; entry++) {
            boolean diagonal = entry % 4 == 0;
            features.add(matrix[entry] - (diagonal ? 1 : 0));
        }
    }

    /** The offsets of one vertex by axis and feature; none where linear blend skinning is good enough. */
    private double[] fit(int vertex, List<Sample> samples, int features) {
        List<Vec3> errors = samples.stream().map(s -> s.goal.get(vertex).minus(skinned(vertex, s.joints))).toList();
        if (errors.stream().allMatch(error -> error.length() < MIN_ERROR)) {
            return new double[0];
        }
        NormalEquations equations = new NormalEquations(3 * features, DAMPING);
        for (int s = 0; s < samples.size(); s++) {
            double[] blended = blendedMatrix(vertex, samples.get(s).joints);
            Vec3 error = errors.get(s);
            List<Double> values = samples.get(s).features;
            equations.add(row(blended, 0, values), error.x());
            equations.add(row(blended, 1, values), error.y());
            equations.add(row(blended, 2, values), error.z());
        }
        return equations.solve();
    }

    private Vec3 skinned(int vertex, JointFrames posed) {
        Vec3 sum = Vec3.ZERO;
        for (int j : weights.joints(vertex)) {
            Vec3 arm = posed.world().get(j).apply(template[vertex].minus(joints[j]));
            sum = sum.plus(weights.of(vertex, j), posed.places().get(j).plus(arm));
        }
        return sum;
    }

    private double[] blendedMatrix(int vertex, JointFrames posed) {
        double[] sum = new double[ENTRIES];
        for (int j : weights.joints(vertex)) {
            double[] matrix = posed.world().get(j).matrix();
            for (int k = 0; k < sum.length; k++) {
                sum[k] += weights.of(vertex, j) * matrix[k];
            }
        }
        return sum;
    }

    /** Skinning turns an offset by the blended matrix M: {@code (M P f)} along an axis, as a row for the unknowns P. */
    private static double[] row(double[] blended, int axis, List<Double> features) {
        double[] row = new double[3 * features.size()];
        for (int k = 0; k < row.length; k++) {
            row[k] = blended[3 * axis + k / features.size()] * features.get(k % features.size());
        }
        return row;
    }
}
