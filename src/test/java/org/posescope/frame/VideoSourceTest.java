package org.posescope.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestPicture;
import org.posescope.testkit.TestVideos;

class VideoSourceTest {
    @TempDir
    Path folder;

    final FramePool pool = new FramePool();

    @AfterEach
    void closePool() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    record Seen(long index, long ptsMicros, int shown) {
        static Seen of(Frame frame) {
            return new Seen(frame.index(), frame.ptsMicros(), TestPicture.indexOf(frame));
        }
    }

    static List<Seen> rest(FrameSource source) {
        List<Seen> seen = new ArrayList<>();
        for (Frame frame = source.next(); frame != null; frame = source.next()) {
            seen.add(Seen.of(frame));
            frame.close();
        }
        return seen;
    }

    static List<Seen> regular(int frames, long intervalMicros) {
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            seen.add(new Seen(i, i * intervalMicros, i));
        }
        return seen;
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.mp4", "clip.mkv", "clip.avi", "clip.ts", "clip.mov"})
    void every_frame_comes_once_in_order_with_its_time(String name) {
        Path file = TestVideos.clip(96, 64, 50).write(folder.resolve(name));
        try (VideoSource source = VideoSource.open(file, 2, pool)) {
            assertThat(rest(source)).isEqualTo(regular(50, 40_000));
            assertThat(source.next()).isNull();
            assertThat(source.warnings()).isEmpty();
        }
    }

    @Test
    void the_shared_clips_are_described_and_read_as_they_are() {
        Path file = Shared.file("data/video/single_person_demo.mp4");
        try (VideoSource source = VideoSource.open(file, 0, pool)) {
            assertThat(source.info())
                    .isEqualTo(new SourceInfo(file.toString(), SourceInfo.Kind.VIDEO, 1080, 1920, 12, 40,
                            3_333_333, true));
            assertThat(rest(source)).hasSize(40);
            assertThat(source.warnings()).isEmpty();
        }
    }
}
