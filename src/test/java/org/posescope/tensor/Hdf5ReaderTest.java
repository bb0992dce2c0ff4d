package org.posescope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.UserException;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;

class Hdf5ReaderTest {
    @TempDir
    private Path folder;

    @Test
    void arrays_of_floats_are_read_with_their_shapes() {
        Map<String, NdArray> arrays = Hdf5Reader.readAll(meanParameters());

        assertThat(arrays).containsOnlyKeys("pose", "shape");
        assertThat(arrays.get("pose").shape()).containsExactly(72);
        assertThat(arrays.get("pose").getDouble(71)).isEqualTo(7.1);
        assertThat(arrays.get("shape").shape()).containsExactly(1, 3);
        assertThat(arrays.get("shape").toFloats()).containsExactly(1, 2, 3);
    }

    @Test
    void a_file_that_is_missing_or_no_hdf5_is_refused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.h5"), "Not Found");

        assertThatThrownBy(() -> Hdf5Reader.readAll(folder.resolve("none.h5"))).isInstanceOf(UserException.class)
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> Hdf5Reader.readAll(text)).isInstanceOf(UserException.class)
                .hasMessageContaining("no sound HDF5 file");
    }

    @Test
    void a_damaged_file_is_read_or_refused_and_nothing_else() throws IOException {
        byte[] sound = Files.readAllBytes(meanParameters());
        for (int at = 0; at < sound.length; at += 7) {
            byte[] damaged = Arrays.copyOf(sound, at % 2 == 0 ? sound.length : at);
            if (at < damaged.length) {
                damaged[at] ^= (byte) 0xFF;
            }
            Path file = Files.write(folder.resolve("damaged.h5"), damaged);
            try {
                Hdf5Reader.readAll(file);
            } catch (UserException e) {
                assertThat(e).hasMessageContaining("cannot be read because");
            }
        }
    }

    private Path meanParameters() {
        Path file = folder.resolve("mean.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            double[] pose = new double[72];
            Arrays.setAll(pose, i -> i / 10.0);
            hdf.putDataset("pose", pose);
            hdf.putDataset("shape", new float[][] {{1, 2, 3}});
            hdf.putDataset("version", new int[] {1});
        }
        return file;
    }
}
