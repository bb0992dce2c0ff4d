package org.posescope.record.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.testkit.TestPictures;

/** Native memory is given back. One lost encoder of this size is about 10 MB, one lost picture 0.5 MB. */
class VideoMemoryTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final long ALLOWED = 60_000_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.mp4", "a.webm"})
    void many_recordings_take_no_more_memory_than_a_few(String name) {
        record(name, 10, 3);
        long before = Pointer.physicalBytes();

        record(name, 40, 3);

        assertThat(Pointer.physicalBytes() - before).isLessThan(ALLOWED);
    }

    @Test
    void a_long_recording_takes_no_more_memory_than_a_short_one() {
        record("a.mp4", 1, 200);
        long before = Pointer.physicalBytes();

        record("a.mp4", 1, 1000);

        assertThat(Pointer.physicalBytes() - before).isLessThan(ALLOWED);
    }

    private void record(String name, int recordings, int pictures) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = TestPictures.numbered(arena, WIDTH, HEIGHT, 1);
            for (int i = 0; i < recordings; i++) {
                try (VideoWriter writer = VideoWriter.open(folder.resolve(name), new VideoFormat(WIDTH, HEIGHT, 30),
                        VideoOptions.DEFAULT)) {
                    for (int k = 0; k < pictures; k++) {
                        writer.write(pixels, WIDTH, HEIGHT, k * 33_333L);
                    }
                }
            }
        }
    }
}
