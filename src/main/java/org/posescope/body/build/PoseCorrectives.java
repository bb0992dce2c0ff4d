package org.posescope.body.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds pose blend shapes: offsets of the T-pose's vertices, linear in the entries of each joint's rotation matrix minus the identity, that
 * make linear blend skinning follow the {@link ReferenceSkinning}. Joints that move the same skin are fitted together, by least
 * squares over rotations in their ranges.
 */
final class PoseCorrectives {
    /** Entries of R - I. */
    static final int FEATURES = 9;

    /** Joints that are fitted together. What is missing on the right side is the mirror image of the left. */
    private static final int[][] GROUPS = {{SmplJoints.LEFT_HIP, SmplJoints.RIGHT_HIP}, {SmplJoints.SPINE1},
        {SmplJoints.LEFT_KNEE}, {SmplJoints.SPINE2}, {SmplJoints.LEFT_ANKLE}, {SmplJoints.SPINE3},
        {SmplJoints.LEFT_FOOT}, {SmplJoints.NECK}, {SmplJoints.LEFT_COLLAR, SmplJoints.LEFT_SHOULDER},
        {SmplJoints.HEAD}, {SmplJoints.LEFT_ELBOW}, {SmplJoints.LEFT_WRIST}, {SmplJoints.LEFT_HAND}};
    private static final int SAMPLES_PER_JOINT = 60;
    /** Vertices whose error is never larger than this, in metres, get no offset. */
    private static final double MIN_ERROR = 3e-4;
    private static final double DAMPING = 0.05;
    private static final double[] MIRROR = {-1, 1, 1};

    private final ReferenceSkinning reference;
    private final double[][] weights;
    private final int[] mirror;
    private final Vec3[] template;
    private final double[][] shapes = new double[SmplJoints.COUNT][];

    private PoseCorrectives(ReferenceSkinning reference, double[][] weights, int[] mirror) {
        this.reference = reference;
        this.weights = weights;
        this.mirror = mirror;
        template = reference.tPose();
    }

    /** By joint, without the pelvis: V x 3 x 9, metres; index {@code (v * 3 + axis) * 9 + entry}, entries in row-major order. */
    static double[][] of(ReferenceSkinning reference, double[][] weights, int[] mirror) {
        PoseCorrectives correctives = new PoseCorrectives(reference, weights, mirror);
        for (int[] group : GROUPS) {
            correctives.fit(group);
        }
        return Arrays.copyOfRange(correctives.shapes, 1, SmplJoints.COUNT);
    }

    /** One rotation sample: what turns, and the surface that should come out. */
    private record Sample(double[] features, PosedJoints joints, Vec3[] goal) {}

    private void fit(int[] group) {
        List<Sample> samples = samples(group);
        double[][] fitted = new double[group.length][template.length * 3 * FEATURES];
        for (int v = 0; v < template.length; v++) {
            double[] offsets = fit(v, samples, 3 * FEATURES * group.length);
            for (int k = 0; k < offsets.length; k++) {
                int axis = k / (FEATURES * group.length);
                int member = k / FEATURES % group.length;
                fitted[member][(v * 3 + axis) * FEATURES + k % FEATURES] = offsets[k];
            }
        }
        for (int member = 0; member < group.length; member++) {
            add(group[member], fitted[member]);
        }
    }

    /** A third of the samples each: the first joint of two, the second, both. */
    private List<Sample> samples(int[] group) {
        int count = SAMPLES_PER_JOINT * group.length;
        List<List<Rotation>> rotations = new ArrayList<>();
        for (int member = 0; member < group.length; member++) {
            rotations.add(JointRange.of(group[member]).samples(count, 3 * member));
        }
        List<Sample> samples = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            Rotation[] pose = PosedJoints.restPose();
            double[] features = new double[FEATURES * group.length];
            for (int member = 0; member < group.length; member++) {
                if (group.length == 1 || s % 3 != member) {
                    pose[group[member]] = rotations.get(member).get(s);
                    double[] matrix = pose[group[member]].matrix();
                    for (int f = 0; f < FEATURES; f++) {
                        features[member * FEATURES + f] = matrix[f] - (f % 4 == 0 ? 1 : 0);
                    }
                }
            }
            samples.add(new Sample(features, PosedJoints.of(reference.tJoints(), pose), reference.pose(pose)));
        }
        return samples;
    }

    /** Offsets of one vertex, empty when it needs none; by axis, then feature. */
    private double[] fit(int vertex, List<Sample> samples, int unknowns) {
        Vec3[] errors = new Vec3[samples.size()];
        double worst = 0;
        for (int s = 0; s < errors.length; s++) {
            errors[s] = samples.get(s).goal[vertex].minus(skinned(vertex, samples.get(s).joints));
            worst = Math.max(worst, errors[s].length());
        }
        if (worst < MIN_ERROR) {
            return new double[0];
        }
        NormalEquations equations = new NormalEquations(unknowns, DAMPING);
        for (int s = 0; s < errors.length; s++) {
            addEquations(equations, blendedRotation(vertex, samples.get(s).joints), samples.get(s).features, errors[s]);
        }
        return equations.solve();
    }

    private Vec3 skinned(int vertex, PosedJoints joints) {
        Vec3 sum = Vec3.ZERO;
        for (int j = 0; j < SmplJoints.COUNT; j++) {
            if (weights[vertex][j] > 0) {
                Vec3 arm = template[vertex].minus(reference.tJoints()[j]);
                sum = sum.plus(weights[vertex][j], joints.places()[j].plus(joints.world()[j].apply(arm)));
            }
        }
        return sum;
    }

    private double[] blendedRotation(int vertex, PosedJoints joints) {
        double[] sum = new double[9];
        for (int j = 0; j < SmplJoints.COUNT; j++) {
            if (weights[vertex][j] > 0) {
                double[] matrix = joints.world()[j].matrix();
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += weights[vertex][j] * matrix[k];
                }
            }
        }
        return sum;
    }

    /** {@code M (P f) = error}, where M is the blended rotation that linear blend skinning applies to the offset P f. */
    private static void addEquations(NormalEquations equations, double[] blended, double[] features, Vec3 error) {
        double[] errors = {error.x(), error.y(), error.z()};
        for (int axis = 0; axis < 3; axis++) {
            double[] row = new double[3 * features.length];
            for (int k = 0; k < 3; k++) {
                for (int f = 0; f < features.length; f++) {
                    row[k * features.length + f] = blended[3 * axis + k] * features[f];
                }
            }
            equations.add(row, errors[axis]);
        }
    }

    /** Keeps a joint's shape and its mirror image; where both are for the same joint, or were fitted both, their mean. */
    private void add(int joint, double[] shape) {
        int other = SmplJoints.mirror(joint);
        double[] image = mirrored(shape);
        if (other == joint) {
            Arrays.setAll(shape, k -> 0.5 * (shape[k] + image[k]));
            shapes[joint] = shape;
        } else if (shapes[joint] == null) {
            shapes[joint] = shape;
            shapes[other] = image;
        } else {
            double[] before = shapes[joint];
            Arrays.setAll(shape, k -> 0.5 * (shape[k] + before[k]));
            shapes[joint] = shape;
            shapes[other] = mirrored(shape);
        }
    }

    private double[] mirrored(double[] shape) {
        double[] image = new double[shape.length];
        for (int v = 0; v < template.length; v++) {
            for (int axis = 0; axis < 3; axis++) {
                for (int f = 0; f < FEATURES; f++) {
                    double sign = MIRROR[axis] * MIRROR[f / 3] * MIRROR[f % 3];
                    image[(mirror[v] * 3 + axis) * FEATURES + f] = sign * shape[(v * 3 + axis) * FEATURES + f];
                }
            }
        }
        return image;
    }
}
