package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestPicture;
import org.posescope.testkit.TestVideos;

class VideoSourceTest {
    @TempDir
    Path folder;

    final FramePool pool = new FramePool();

    @AfterEach
    void every_frame_was_given_back() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    @ParameterizedTest
    @CsvSource({"clip.mp4, 1", "clip.mp4, 2", "clip.mp4, 0", "clip.mkv, 2", "clip.avi, 2", "clip.ts, 2", "clip.mov, 2",
        "clip.m4v, 2"})
    void every_frame_comes_once_in_order_with_its_time(String name, int threads) {
        Path file = TestVideos.clip(96, 64, 50).write(folder.resolve(name));
        try (VideoSource source = VideoSource.open(file, threads, pool)) {
            assertThat(Seen.rest(source)).isEqualTo(Seen.steady(50, 40_000));
            assertThat(source.next()).isNull();
            assertThat(source.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"single_person_demo.mp4, 1080, 1920, 12, 40, 3333333",
        "one-by-one-person-detection.mp4, 768, 432, 10, 1394, 139400000"})
    void the_shared_clips_are_described_and_read_as_they_are(String name, int width, int height, double fps,
            long frames, long duration) {
        Path file = Shared.file("data/video/" + name);
        try (VideoSource source = VideoSource.open(file, 0, pool)) {
            assertThat(source.info()).isEqualTo(
                    new SourceInfo(file.toString(), SourceInfo.Kind.VIDEO, width, height, fps, frames, duration, true));
            assertThat(Seen.rest(source)).hasSize((int) frames)
                    .last().extracting(Seen::ptsMicros).isEqualTo(Math.round((frames - 1) * 1e6 / fps));
            assertThat(source.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"clip.mp4", "clip.mkv"})
    void a_variable_frame_rate_stays_as_it_is(String name) {
        int[] millis = {0, 33, 66, 500, 501, 1200, 1240, 3000, 3033, 3066};
        Path file = TestVideos.clip(96, 64, millis.length).at(i -> millis[i]).write(folder.resolve(name));
        try (VideoSource source = VideoSource.open(file, 2, pool)) {
            assertThat(Seen.rest(source)).isEqualTo(
                    IntStream.range(0, millis.length).mapToObj(i -> new Seen(i, millis[i] * 1000L, i)).toList());
            assertThat(source.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"97, 63", "101, 64", "64, 35", "855, 480", "1, 2", "18, 18"})
    void odd_sizes_are_kept_to_the_last_row_and_column(int width, int height) {
        TestPicture edges = (index, x, y) -> x * width > width - 1 && y * height > height - 1 ? 0xFFFF0000 : 0xFF00FF00;
        Path file = TestVideos.clip(width, height, 1).showing(edges).encodedBy("rawvideo", "yuv444p")
                .write(folder.resolve("odd.nut"));
        try (VideoSource source = VideoSource.open(file, 1, pool); Frame frame = source.next()) {
            assertThat(frame.width()).isEqualTo(width);
            assertThat(frame.height()).isEqualTo(height);
            assertThat(source.info().width()).isEqualTo(width);
            assertThat(source.info().height()).isEqualTo(height);
            assertThat(Integer.toHexString(TestPicture.bgra(frame, 1 - 0.5 / width, 1 - 0.5 / height)))
                    .startsWith("fff");
            assertThat(TestPicture.bgra(frame, 0, 0) >> 8 & 0xFF).isGreaterThan(250);
        }
    }

    /** Corners are top left, top right, bottom left, bottom right; stored they are red, green, blue, white. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0, 1, RGBW, upright", "0, 1, -1, 0, BRWG, 90 degrees clockwise",
        "-1, 0, 0, -1, WBGR, 180 degrees",
        "0, -1, 1, 0, GWRB, 90 degrees counterclockwise", "-1, 0, 0, 1, GRWB, mirrored",
        "1, 0, 0, -1, BWRG, upside down", "0, 1, 1, 0, RBGW, transposed", "0, -1, -1, 0, WGBR, transversed"})
    void the_way_the_camera_was_held_is_made_up_for(int a, int b, int c, int d, String corners, String name) {
        Path file = TestVideos.clip(64, 32, 2).showing(TestPicture.corners()).turned(a, b, c, d)
                .write(folder.resolve("turned.mp4"));
        boolean portrait = a == 0;
        try (VideoSource source = VideoSource.open(file, 1, pool); Frame frame = source.next()) {
            assertThat(TestPicture.cornersOf(frame)).as(name).isEqualTo(corners);
            assertThat(List.of(frame.width(), frame.height())).isEqualTo(portrait ? List.of(32, 64) : List.of(64, 32));
            assertThat(List.of(source.info().width(), source.info().height()))
                    .isEqualTo(List.of(frame.width(), frame.height()));
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 3, 85, 48", "8, 9, 64, 54", "1, 1, 64, 48", "1000, 1001, 64, 48"})
    void pixels_that_are_not_square_are_made_square(int num, int den, int width, int height) {
        Path file = TestVideos.clip(64, 48, 3).pixelAspect(num, den).write(folder.resolve("anamorphic.mp4"));
        try (VideoSource source = VideoSource.open(file, 1, pool)) {
            assertThat(List.of(source.info().width(), source.info().height())).isEqualTo(List.of(width, height));
            assertThat(Seen.rest(source)).isEqualTo(Seen.steady(3, 40_000));
        }
    }

    @Test
    void a_size_that_changes_in_the_middle_changes_the_frames() throws IOException {
        byte[] small = Files.readAllBytes(jpegs(96, 64, "small.mjpeg"));
        byte[] large = Files.readAllBytes(jpegs(160, 120, "large.mjpeg"));
        Path file = folder.resolve("both.mjpeg");
        Files.write(file, small);
        Files.write(file, large, StandardOpenOption.APPEND);
        List<Integer> widths = new ArrayList<>();
        List<Integer> shown = new ArrayList<>();
        try (VideoSource source = VideoSource.open(file, 2, pool)) {
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                widths.add(frame.width());
                shown.add(TestPicture.indexOf(frame));
                frame.close();
            }
        }
        assertThat(widths).containsExactly(96, 96, 96, 160, 160, 160);
        assertThat(shown).containsExactly(0, 1, 2, 0, 1, 2);
    }

    private Path jpegs(int width, int height, String name) {
        return TestVideos.clip(width, height, 3).encodedBy("mjpeg", "yuvj420p").write(folder.resolve(name));
    }

    @Test
    void nothing_comes_after_close() {
        Path file = TestVideos.clip(96, 64, 5).write(folder.resolve("clip.mp4"));
        VideoSource source = VideoSource.open(file, 2, pool);
        source.next().close();
        source.close();
        source.close();
        assertThat(source.next()).isNull();
    }
}
