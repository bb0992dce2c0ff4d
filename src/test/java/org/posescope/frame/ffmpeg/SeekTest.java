package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestVideos;

class SeekTest {
    private static final int FRAMES = 120;
    private static final long INTERVAL = 40_000;

    @TempDir
    Path folder;

    final FramePool pool = new FramePool();

    @AfterEach
    void every_frame_was_given_back() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    @ParameterizedTest
    @CsvSource({"clip.mp4, 1", "clip.mp4, 2", "clip.mkv, 2", "clip.avi, 2", "clip.ts, 2", "clip.m4v, 2", "clip.mpg, 2"})
    void any_time_is_found_exactly(String name, int threads) {
        Path file = TestVideos.clip(96, 64, FRAMES).write(folder.resolve(name));
        Random random = new Random(7);
        try (VideoSource source = VideoSource.open(file, threads, pool)) {
            for (int i = 0; i < 40; i++) {
                long target = random.nextLong(FRAMES * INTERVAL - INTERVAL);
                source.seek(target);
                int expected = (int) Math.ceilDiv(target, INTERVAL);
                assertThat(Seen.next(source)).as("seek %d to %d", i, target)
                        .isEqualTo(new Seen(i, expected * INTERVAL, expected));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"clip.mp4", "clip.mkv", "clip.avi", "clip.ts"})
    void a_little_further_on_is_found_exactly_whether_the_picture_before_was_taken_or_not(String name) {
        Path file = TestVideos.clip(96, 64, FRAMES).write(folder.resolve(name));
        try (VideoSource source = VideoSource.open(file, 1, pool)) {
            int taken = 0;
            for (int wanted = 3; wanted < FRAMES; wanted += 1 + wanted % 13) {
                source.seek((wanted - 1) * INTERVAL);
                source.seek(wanted * INTERVAL - 1);
                assertThat(Seen.next(source)).isEqualTo(new Seen(taken++, wanted * INTERVAL, wanted));
                source.seek(wanted * INTERVAL);
                assertThat(Seen.next(source)).isEqualTo(new Seen(taken++, wanted * INTERVAL, wanted));
            }
            source.seek(FRAMES * INTERVAL - INTERVAL);
            assertThat(Seen.rest(source)).extracting(Seen::shown).containsExactly(FRAMES - 1);
            source.seek(FRAMES * INTERVAL - INTERVAL);
            assertThat(Seen.rest(source)).extracting(Seen::shown).containsExactly(FRAMES - 1);
            assertThat(source.warnings()).isEmpty();
        }
    }

    @Test
    void playing_goes_on_from_there_to_the_end_and_can_start_again() {
        Path file = TestVideos.clip(96, 64, FRAMES).write(folder.resolve("clip.mp4"));
        try (VideoSource source = VideoSource.open(file, 2, pool)) {
            source.seek(FRAMES * INTERVAL - 3 * INTERVAL);
            assertThat(Seen.rest(source)).extracting(Seen::shown).containsExactly(117, 118, 119);
            source.seek(-5);
            assertThat(Seen.rest(source)).extracting(Seen::shown).hasSize(FRAMES).startsWith(0, 1, 2).endsWith(119);
            source.seek(FRAMES * INTERVAL);
            assertThat(Seen.rest(source)).isEmpty();
            source.seek(0);
            assertThat(Seen.next(source)).isEqualTo(new Seen(FRAMES + 3, 0, 0));
            assertThat(source.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"single_person_demo.mp4, 12, 40, 10", "one-by-one-person-detection.mp4, 10, 300, 15"})
    void a_picture_after_a_seek_is_the_same_as_in_sequence(String name, int fps, int frames, int seeks) {
        try (VideoSource source = VideoSource.open(Shared.file("data/video/" + name), 2, pool)) {
            List<Long> times = new ArrayList<>();
            List<Integer> pictures = new ArrayList<>();
            for (int i = 0; i < frames; i++) {
                try (Frame frame = source.next()) {
                    times.add(frame.ptsMicros());
                    pictures.add(contentOf(frame));
                }
            }
            assertThat(new HashSet<>(pictures)).as("pictures that can be told apart")
                    .hasSizeGreaterThan(frames * 9 / 10);
            Random random = new Random(11);
            for (int i = 0; i < seeks; i++) {
                int wanted = random.nextInt(frames);
                source.seek(times.get(wanted) - random.nextLong(1_000_000 / fps));
                try (Frame frame = source.next()) {
                    assertThat(frame.ptsMicros()).isEqualTo(times.get(wanted));
                    assertThat(contentOf(frame)).as("frame %d", wanted).isEqualTo(pictures.get(wanted));
                }
            }
        }
    }

    private static int contentOf(Frame frame) {
        return frame.pixels().asByteBuffer().hashCode();
    }

    @Test
    void a_pause_in_a_variable_frame_rate_is_skipped() {
        int[] millis = {0, 40, 80, 2000, 2040};
        Path file = TestVideos.clip(96, 64, millis.length).at(i -> millis[i]).write(folder.resolve("clip.mp4"));
        try (VideoSource source = VideoSource.open(file, 2, pool)) {
            source.seek(80_001);
            assertThat(Seen.rest(source)).isEqualTo(List.of(new Seen(0, 2_000_000, 3), new Seen(1, 2_040_000, 4)));
        }
    }
}
