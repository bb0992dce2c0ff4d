package org.posescope.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressFileTest {
    @TempDir
    private Path folder;

    private long now;

    @Test
    void what_is_written_twice_a_second_is_read() throws IOException {
        Path path = folder.resolve("progress.txt");
        ProgressFile file = new ProgressFile(path, () -> now);
        assertThat(ProgressFile.read(path)).isEmpty();

        file.write(1, 900);
        file.write(2, 900);
        assertThat(ProgressFile.read(path)).contains(new ProgressFile.Count(1, 900));

        now += Duration.ofMillis(500).toNanos();
        file.write(3, -1);
        assertThat(ProgressFile.read(path)).contains(new ProgressFile.Count(3, -1));
    }

    @Test
    void half_a_line_is_nothing_yet() throws IOException {
        Path path = Files.writeString(folder.resolve("progress.txt"), "12 9");

        assertThat(ProgressFile.read(path)).isEmpty();
    }

    @Test
    void nobody_asks_as_a_rule() {
        assertThat(ProgressFile.of(Map.of())).isEmpty();
    }
}
