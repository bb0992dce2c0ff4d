package org.posescope.importer;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.posescope.error.UserException;
import org.posescope.network.architecture.Hmr;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Rotations;
import org.posescope.tensor.Hdf5Reader;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;

/**
 * The body that HMR's regressor starts from, in the two files in which it is published: {@code smpl_mean_params.npz} of SPIN and
 * {@code neutral_smpl_mean_params.h5} of HMR.
 */
final class MeanParameters {
    private static final String POSE = "pose";
    private static final String SHAPE = "shape";
    private static final String CAMERA = "cam";
    private static final int SIX_D = 6 * BodyParameters.JOINTS;
    private static final int AXIS_ANGLES = 3 * BodyParameters.JOINTS;

    /** HMR, {@code src/RunModel.py}: the mean camera is not in its file. */
    private static final float[] HMR_CAMERA = {0.9f, 0, 0};

    private MeanParameters() {}

    static boolean isNamed(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".npz") || isHdf5(name);
    }

    private static boolean isHdf5(String name) {
        return name.endsWith(".h5") || name.endsWith(".hdf5");
    }

    /**
     * The tensors by the names that {@link Hmr} has for them.
     *
     * @throws UserException when the file cannot be read or is another one
     */
    static Map<String, NdArray> read(Path file) {
        boolean hdf5 = isHdf5(file.getFileName().toString().toLowerCase(Locale.ROOT));
        Map<String, NdArray> arrays = hdf5 ? Hdf5Reader.readAll(file) : NpzReader.readAll(file);
        float[] pose = numbers(file, arrays, POSE, hdf5 ? AXIS_ANGLES : SIX_D);
        float[] shape = numbers(file, arrays, SHAPE, BodyParameters.BETAS);
        float[] camera = hdf5 ? HMR_CAMERA : numbers(file, arrays, CAMERA, HMR_CAMERA.length);
        return Map.of(Hmr.MEAN_POSE, row(hdf5 ? sixD(pose) : pose), Hmr.MEAN_SHAPE, row(shape), Hmr.MEAN_CAMERA,
                row(camera));
    }

    private static float[] numbers(Path file, Map<String, NdArray> arrays, String name, int count) {
        NdArray array = arrays.get(name);
        if (array == null || array.size() != count || !array.dtype().isNumeric()) {
            throw new UserException(file + " is no file of SMPL mean parameters: it has no array '" + name + "' of "
                    + count + " numbers");
        }
        return array.toFloats();
    }

    private static NdArray row(float[] values) {
        return NdArray.of(values, 1, values.length);
    }

    /**
     * The first two columns of each rotation, row by row. The body's own orientation in the file is that of no person: HMR puts a turn by
     * pi about x in its place, which stands the body upright in a picture.
     */
    private static float[] sixD(float[] axisAngles) {
        float[] result = new float[SIX_D];
        float[] matrix = new float[Rotations.MATRIX];
        for (int joint = 0; joint < BodyParameters.JOINTS; joint++) {
            if (joint == 0) {
                Rotations.putMatrix(Math.PI, 0, 0, matrix, 0);
            } else {
                Rotations.putMatrix(axisAngles[3 * joint], axisAngles[3 * joint + 1], axisAngles[3 * joint + 2], matrix,
                        0);
            }
            for (int row = 0; row < 3; row++) {
                result[6 * joint + 2 * row] = matrix[3 * row];
                result[6 * joint + 2 * row + 1] = matrix[3 * row + 1];
            }
        }
        return result;
    }
}
