package org.posescope.quantize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.posescope.tensor.Tensor;

class SeenInputsTest {
    @TempDir
    private Path folder;

    @Test
    void each_picture_of_a_batch_is_kept_until_there_are_enough_and_the_file_is_gone_at_the_end() throws IOException {
        Path file = folder.resolve("inputs");
        try (SeenInputs seen = new SeenInputs(file, new int[] {1, 1, 2}, 3)) {
            seen.add(Tensor.of(new float[] {1, 2, 3, 4}, 2, 1, 2));
            assertThat(seen.isFull()).isFalse();
            seen.add(Tensor.of(new float[] {5, 6, 7, 8}, 2, 1, 2));

            assertThat(seen.isFull()).isTrue();
            assertThat(seen.count()).isEqualTo(3);
            assertThat(seen.read(0).toArray()).containsExactly(1, 2);
            assertThat(seen.read(2).toArray()).containsExactly(5, 6);
            assertThat(seen.read(1).shape()).containsExactly(1, 1, 2);
        }
        assertThat(file).doesNotExist();
    }
}
