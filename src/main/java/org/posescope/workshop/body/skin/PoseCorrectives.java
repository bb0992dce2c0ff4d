package org.posescope.workshop.body.skin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.posescope.body.math.Vec3;

import org.posescope.workshop.body.makehuman.Rig;
import org.posescope.workshop.body.makehuman.SmplJoints;
import org.posescope.workshop.body.surface.BodySurface;

/**
 * Pose blend shapes: offsets of the T-pose's vertices that are linear in the entries of each joint's rotation matrix minus
 * the identity. Symmetric. Immutable.
 */
public final class PoseCorrectives {
    /** Entries of a rotation matrix. */
    public static final int ENTRIES = 9;

    /** Joints that move the same skin and are fitted together. The right side is the mirror image of the left. */
    private static final int[][] GROUPS = {{SmplJoints.LEFT_HIP, SmplJoints.RIGHT_HIP}, {SmplJoints.SPINE1},
        {SmplJoints.LEFT_KNEE}, {SmplJoints.SPINE2}, {SmplJoints.LEFT_ANKLE}, {SmplJoints.SPINE3},
        {SmplJoints.LEFT_FOOT}, {SmplJoints.NECK}, {SmplJoints.LEFT_COLLAR, SmplJoints.LEFT_SHOULDER},
        {SmplJoints.HEAD}, {SmplJoints.LEFT_ELBOW}, {SmplJoints.LEFT_WRIST}};
    private static final int[] MIRROR = {-1, 1, 1};

    private final Rig rig;
    private final BodySurface surface;
    private final double[][] shapes;

    private PoseCorrectives(Rig rig, BodySurface surface) {
        this.rig = rig;
        shapes = new double[rig.size()][];
        this.surface = surface;
    }

    /** Fits the shapes, so that linear blend skinning follows the reference. */
    public static PoseCorrectives fit(Rig rig, ReferenceSkinning reference, SkinWeights weights,
            BodySurface surface) {
        PoseCorrectives correctives = new PoseCorrectives(rig, surface);
        CorrectiveFit fit = new CorrectiveFit(rig, reference, weights);
        IntStream hand = rig.hasFingers() ? rig.leftFingerJoints() : IntStream.of(SmplJoints.LEFT_HAND);
        List<int[]> groups = Stream.concat(Arrays.stream(GROUPS), hand.mapToObj(joint -> new int[] {joint})).toList();
        for (int[] group : groups) {
            double[][] fitted = fit.shapes(group);
            for (int member = 0; member < group.length; member++) {
                correctives.put(group[member], fitted[member]);
            }
        }
        return correctives;
    }

    /** Keeps a joint's shape and its mirror image; where both sides were fitted, or joint and twin are one, their mean. */
    private void put(int joint, double[] shape) {
        int twin = rig.mirror(joint);
        double[] other = twin == joint ? mirrored(shape) : shapes[joint];
        if (other != null) {
            Arrays.setAll(shape, k -> 0.5 * (shape[k] + other[k]));
        }
        shapes[joint] = shape;
        shapes[twin] = mirrored(shape);
    }

    private double[] mirrored(double[] shape) {
        double[] image = new double[shape.length];
        for (int v = 0; v < surface.size(); v++) {
            for (int axis = 0; axis < MIRROR.length; axis++) {
                for (int entry = 0; entry < ENTRIES; entry++) {
                    int sign = MIRROR[axis] * MIRROR[entry / 3] * MIRROR[entry % 3];
                    image[index(surface.mirror(v), axis, entry)] = sign * shape[index(v, axis, entry)];
                }
            }
        }
        return image;
    }

    /** Where an offset is in the array of a joint's shape. */
    static int index(int vertex, int axis, int entry) {
        return (3 * vertex + axis) * ENTRIES + entry;
    }

    /**
     * An offset.
     *
     * @param joint from 1; the pelvis has none
     * @param entry of the rotation matrix minus the identity, in row-major order
     * @return metres along an axis for an entry of 1
     */
    public double offset(int joint, int vertex, int axis, int entry) {
        return shapes[joint] == null ? 0 : shapes[joint][index(vertex, axis, entry)];
    }

    /**
     * Gives a joint of the middle that turns about x offsets of its own.
     *
     * @param perSine metres at each vertex for a sine of 1 of the angle
     */
    public void bend(int joint, Vec3[] perSine) {
        double[] shape = new double[3 * perSine.length * ENTRIES];
        for (int v = 0; v < perSine.length; v++) {
            double[] offset = {perSine[v].x(), perSine[v].y(), perSine[v].z()};
            for (int axis = 0; axis < offset.length; axis++) {
                // The sine is in two entries of the matrix, with both signs.
                shape[index(v, axis, 7)] = 0.5 * offset[axis];
                shape[index(v, axis, 5)] = -0.5 * offset[axis];
            }
        }
        put(joint, shape);
    }
}
