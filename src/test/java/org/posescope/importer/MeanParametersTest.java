package org.posescope.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.UserException;
import org.posescope.network.architecture.Hmr;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzWriter;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;

class MeanParametersTest {
    @TempDir
    private Path folder;

    @Test
    void the_file_of_spin_is_taken_as_it_is() {
        float[] pose = numbers(144);
        Path file = npz(pose, numbers(10), new float[] {0.9f, 0, 0});

        Map<String, NdArray> mean = MeanParameters.read(file);

        assertThat(mean.get(Hmr.MEAN_POSE).shape()).containsExactly(1, 144);
        assertThat(mean.get(Hmr.MEAN_POSE).toFloats()).isEqualTo(pose);
        assertThat(mean.get(Hmr.MEAN_SHAPE).toFloats()).isEqualTo(numbers(10));
        assertThat(mean.get(Hmr.MEAN_CAMERA).toFloats()).containsExactly(0.9f, 0, 0);
    }

    @Test
    void the_file_of_hmr_gives_columns_of_rotations_and_an_upright_body() {
        double[] pose = new double[72];
        pose[0] = 0.3;
        pose[3] = Math.PI / 2;
        Path file = folder.resolve("neutral_smpl_mean_params.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("pose", pose);
            hdf.putDataset("shape", new double[10]);
        }

        float[] sixD = MeanParameters.read(file).get(Hmr.MEAN_POSE).toFloats();

        assertRow(sixD, 0, 1, 0, 0, -1, 0, 0);
        assertRow(sixD, 1, 1, 0, 0, 0, 0, 1);
        assertRow(sixD, 2, 1, 0, 0, 1, 0, 0);
    }

    @Test
    void another_file_is_refused() {
        Path file = npz(numbers(72), numbers(10), numbers(3));

        assertThatThrownBy(() -> MeanParameters.read(file)).isInstanceOf(UserException.class)
                .hasMessageContaining("no array 'pose' of 144 numbers");
    }

    private Path npz(float[] pose, float[] shape, float[] camera) {
        Path file = folder.resolve("smpl_mean_params.npz");
        try (NpzWriter npz = new NpzWriter(file, NpzWriter.Compression.NONE)) {
            npz.write("pose", NdArray.of(pose, pose.length));
            npz.write("shape", NdArray.of(shape, shape.length));
            npz.write("cam", NdArray.of(camera, camera.length));
            npz.finish();
        }
        return file;
    }

    private static float[] numbers(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i / 10f;
        }
        return values;
    }

    private static void assertRow(float[] sixD, int joint, double... expected) {
        float[] row = Arrays.copyOfRange(sixD, 6 * joint, 6 * joint + 6);
        for (int i = 0; i < row.length; i++) {
            assertThat((double) row[i]).as("joint " + joint + ", number " + i).isCloseTo(expected[i], within(1e-6));
        }
    }
}
