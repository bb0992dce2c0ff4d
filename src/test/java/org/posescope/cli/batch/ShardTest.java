package org.posescope.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

class ShardTest {
    private static final List<Clip> CLIPS = IntStream.range(0, 10)
            .mapToObj(i -> new Clip("clip" + i, Path.of("clip" + i + ".mp4"))).toList();

    @Test
    void all_shards_together_are_all_clips_each_once_and_equally_many() {
        List<List<Clip>> shards = Stream.of(1, 2, 3).map(part -> new Shard(part, 3).of(CLIPS)).toList();

        assertThat(shards.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(CLIPS);
        assertThat(shards.stream().map(List::size)).containsExactly(4, 3, 3);
    }

    @Test
    void it_is_written_as_a_part_of_a_number() {
        assertThat(new Shard.Converter().convert("2/8")).isEqualTo(new Shard(2, 8)).hasToString("2-of-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "0/2", "3/2", "a/b", "1/2/3"})
    void what_is_no_part_is_an_error(String text) {
        assertThatThrownBy(() -> new Shard.Converter().convert(text)).isInstanceOf(TypeConversionException.class)
                .hasMessageStartingWith("'" + text + "' is n");
    }
}
