package org.posescope.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ShardTest {
    private static final List<Clip> CLIPS = IntStream.range(0, 10)
            .mapToObj(i -> new Clip("clip" + i, Path.of("clip" + i + ".mp4"))).toList();

    @Test
    void all_shards_together_are_all_clips_each_once_and_equally_many() {
        List<List<Clip>> shards = Stream.of(1, 2, 3).map(part -> new Shard(part, 3).of(CLIPS)).toList();

        assertThat(shards.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(CLIPS);
        assertThat(shards.stream().map(List::size)).containsExactly(4, 3, 3);
    }
}
