package org.posescope.body;

import java.nio.file.Path;
import java.util.Arrays;

import org.posescope.error.UserException;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Rotations;
import org.posescope.pose.SmplFamily;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.tensor.ReadFailure;

/**
 * Parameters of one body over time, out of an {@code .npz} file with {@code poses} of N frames, (N, 72) or (N, 24, 3) as
 * axis-angle or (N, 24, 3, 3) as matrices, likewise of 52 joints of SMPL-H, (N, 156), or 55 of SMPL-X, (N, 165), and optionally {@code betas}, (N, 10), (1, 10) or (10), and {@code trans}, (N, 3)
 * in metres; what is missing is 0. Immutable.
 */
public final class BodyMotion {
    private static final int BETAS = BodyParameters.BETAS;

    private final int joints;
    private final int frames;
    private final boolean matrices;
    private final float[] poses;
    private final float[] betas;
    private final float[] translations;

    private BodyMotion(int joints, int frames, boolean matrices, float[] poses, float[] betas, float[] translations) {
        this.joints = joints;
        this.frames = frames;
        this.matrices = matrices;
        this.poses = poses;
        this.betas = betas;
        this.translations = translations;
    }

    /**
     * The motion in a file.
     *
     * @throws UserException when the file is missing, damaged, or not of these arrays
     */
    public static BodyMotion read(Path file) {
        try (NpzReader npz = new NpzReader(file)) {
            int[] shape = npz.header("poses").shape();
            boolean matrices = shape.length == 4;
            int frames = shape.length == 0 ? 0 : shape[0];
            int joints = joints(shape);
            int[] posed = switch (shape.length) {
                case 4 -> new int[] {frames, joints, 3, 3};
                case 3 -> new int[] {frames, joints, 3};
                default -> new int[] {frames, joints * 3};
            };
            float[] betas = numbers(npz, file, "betas", new int[] {BETAS}, new int[] {1, BETAS},
                    new int[] {frames, BETAS});
            return new BodyMotion(joints, frames, matrices, numbers(npz, file, "poses", posed), betas,
                    numbers(npz, file, "trans", new int[] {frames, 3}));
        }
    }

    /** How many joints an array of poses has; 24 where it is none of any model of the family. */
    private static int joints(int... shape) {
        int found = shape.length < 2 ? 0 : shape.length == 2 ? shape[1] / 3 : shape[1];
        return found == SmplFamily.SMPLH52.size() || found == SmplFamily.SMPLX55.size() ? found : BodyParameters.JOINTS;
    }

    /** The numbers of an array that has one of some shapes; zeros in the first of them when it is missing. */
    private static float[] numbers(NpzReader npz, Path file, String name, int[]... shapes) {
        if (!npz.names().contains(name)) {
            return new float[Arrays.stream(shapes[0]).reduce(1, Math::multiplyExact)];
        }
        try {
            int[] found = npz.header(name).shape();
            if (Arrays.stream(shapes).noneMatch(shape -> Arrays.equals(shape, found))) {
                Checks.requireShape(found, shapes[shapes.length - 1]);
            }
            NdArray array = Checks.requireNumbers(npz.read(name));
            return Checks.requireFinite(array.toFloats());
        } catch (MalformedDataException e) {
            throw ReadFailure.of(file, name, e);
        }
    }

    /** The number of joints: 24, 52 or 55. */
    public int joints() {
        return joints;
    }

    /** The number of frames. */
    public int frames() {
        return frames;
    }

    /**
     * Poses a body of as many joints as in one frame; what it holds is valid until its next pose.
     */
    public void apply(int frame, BodyPoser poser) {
        int numbers = joints * Rotations.MATRIX;
        float[] rotations = new float[numbers];
        if (matrices) {
            System.arraycopy(poses, frame * numbers, rotations, 0, numbers);
        } else {
            for (int joint = 0; joint < joints; joint++) {
                int at = 3 * (frame * joints + joint);
                Rotations.putMatrix(poses[at], poses[at + 1], poses[at + 2], rotations, joint * Rotations.MATRIX);
            }
        }
        int shape = betas.length > BETAS ? frame * BETAS : 0;
        poser.pose(rotations, Arrays.copyOfRange(betas, shape, shape + BETAS),
                Arrays.copyOfRange(translations, 3 * frame, 3 * frame + 3));
    }
}
