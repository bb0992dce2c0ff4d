package org.posescope.quantize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** A quarter, at most 16, spread over all; of fewer than eight none. */
    @ParameterizedTest
    @CsvSource({"7, 0, ''", "8, 2, '3 7'", "11, 2, '5 10'", "40, 10, '3 7 11 15 19 23 27 31 35 39'"})
    void a_quarter_is_held_apart_for_the_comparison(int count, int apart, String places) throws IOException {
        try (SeenInputs seen = new SeenInputs(folder.resolve("inputs"), new int[] {1, 1}, count)) {
            seen.add(Tensor.allocate(count, 1));

            assertThat(seen.apart()).isEqualTo(apart);
            Set<Integer> held = Arrays.stream(places.split(" ")).filter(each -> !each.isEmpty()).map(Integer::valueOf)
                    .collect(Collectors.toSet());
            List<Integer> all = IntStream.range(0, count).boxed().toList();
            assertThat(seen.calibrating().boxed()).containsExactlyElementsOf(
                    all.stream().filter(each -> !held.contains(each)).toList());
            assertThat(seen.comparing().boxed()).containsExactlyElementsOf(
                    all.stream().filter(each -> held.isEmpty() || held.contains(each)).toList());
        }
    }

    @Test
    void at_most_16_are_held_apart() throws IOException {
        try (SeenInputs seen = new SeenInputs(folder.resolve("inputs"), new int[] {1, 1}, 1000)) {
            seen.add(Tensor.allocate(1000, 1));

            assertThat(seen.comparing().count()).isEqualTo(16);
            assertThat(seen.calibrating().count()).isEqualTo(984);
        }
    }
}
