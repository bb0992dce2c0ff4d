package org.posescope.record.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;
import org.posescope.testkit.TestPictures;
import org.posescope.testkit.VideoFile;

class VideoWriterTest {
    private static final long TIME_UNIT_MICROS = 17;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"out.mp4,320,240,h264", "out.mkv,320,240,h264", "out.mov,320,240,h264", "out.avi,320,240,h264",
        "out.webm,320,240,vp9", "odd.mp4,321,241,vp9", "odd.mkv,321,241,vp9", "odd.webm,321,241,vp9",
        "odd.avi,321,241,mpeg4", "odd.mov,321,241,mpeg4", "portrait.mp4,1080,1920,h264"})
    void every_picture_comes_back_in_order_size_and_time(String name, int width, int height, String codec) {
        List<Long> times = LongStream.range(0, 40).map(i -> Math.round(i * 1e6 / 30)).boxed().toList();

        VideoFile video = record(name, new VideoFormat(width, height, 30), times);

        assertThat(video.codec()).isEqualTo(codec);
        assertThat(video.numbers()).isEqualTo(IntStream.range(0, 40).boxed().toList());
        assertThat(video.width()).isEqualTo(width);
        assertThat(video.height()).isEqualTo(height);
        assertThat(video.pictures()).allSatisfy(picture -> {
            assertThat(picture.width()).isEqualTo(width);
            assertThat(picture.height()).isEqualTo(height);
        });
        assertSameTimes(video.times(), times, name.endsWith(".mp4") || name.endsWith(".mov") ? 17 : 1000);
        assertThat(video.declaredMicros()).isCloseTo(40 * 1_000_000L / 30, within(2_000L));
    }

    @ParameterizedTest
    @CsvSource({"small.mp4,10,10,vp9", "small.mkv,640,14,vp9", "small.webm,2,2,vp9", "small.mov,14,640,mpeg4",
        "small.avi,1,1,mpeg4", "smallest.mp4,16,16,h264"})
    void pictures_that_h264_has_no_room_for_are_encoded_otherwise(String name, int width, int height, String codec) {
        VideoFile video = record(name, new VideoFormat(width, height, 10), List.of(0L, 100_000L, 200_000L));

        assertThat(video.codec()).isEqualTo(codec);
        assertThat(video.pictures()).hasSize(3);
        assertThat(video.width()).isEqualTo(width);
        assertThat(video.height()).isEqualTo(height);
    }

    @Test
    void an_encoder_that_was_chosen_says_what_pictures_it_takes() throws IOException {
        Path file = Files.writeString(folder.resolve("earlier.mp4"), "earlier");
        VideoFormat tiny = new VideoFormat(10, 10, 10);
        VideoOptions h264 = new VideoOptions(75, 1, EncoderChoice.H264);

        assertThatThrownBy(() -> VideoWriter.open(file, tiny, h264)).isInstanceOf(UserException.class)
                .hasMessageContaining("whose sides are even and 16 pixels or more");
        assertThatThrownBy(() -> VideoWriter.check(file, tiny, h264)).isInstanceOf(UserException.class)
                .hasMessageContaining("whose sides are even and 16 pixels or more");
        assertThat(file).hasContent("earlier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vfr.mp4", "vfr.mkv", "vfr.webm"})
    void a_variable_frame_rate_is_kept(String name) {
        List<Long> times = List.of(0L, 100_000L, 133_333L, 400_000L, 500_000L, 1_200_000L, 1_210_000L, 2_500_000L,
                2_600_000L, 2_700_000L);

        VideoFile video = record(name, new VideoFormat(160, 120, 10), times);

        assertThat(video.numbers()).isEqualTo(IntStream.range(0, times.size()).boxed().toList());
        assertSameTimes(video.times(), times, name.endsWith(".mp4") ? TIME_UNIT_MICROS : 1000);
        assertThat(video.declaredMicros()).isCloseTo(2_800_000, within(2_000L));
    }

    private static void assertSameTimes(List<Long> actual, List<Long> expected, long tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i)).as("time of picture %d", i).isCloseTo(expected.get(i), within(tolerance));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one.mp4", "one.mkv", "one.webm", "one.avi", "one.mov"})
    void a_single_picture_is_a_video_of_one_frame_duration(String name) {
        VideoFile video = record(name, new VideoFormat(64, 48, 10), List.of(7_000_000L));

        assertThat(video.numbers()).containsExactly(0);
        assertThat(video.declaredMicros()).isCloseTo(100_000, within(1_000L));
    }

    @Test
    void the_video_starts_at_the_time_of_its_first_picture() {
        VideoFile video = record("late.mp4", new VideoFormat(64, 48, 10), List.of(5_000_000L, 5_100_000L));

        assertSameTimes(video.times(), List.of(0L, 100_000L), TIME_UNIT_MICROS);
        assertThat(video.declaredMicros()).isCloseTo(200_000, within(1_000L));
    }

    @Test
    void without_a_nominal_rate_the_last_picture_lasts_as_long_as_the_one_before() {
        VideoFile video = record("unknown.mp4", new VideoFormat(64, 48, 0), List.of(0L, 500_000L));

        assertThat(video.declaredMicros()).isCloseTo(1_000_000, within(1_000L));
    }

    /** libopenh264 leaves lines of moved labels standing until the next key frame; VP9 does not. */
    @ParameterizedTest
    @CsvSource({"keys.mp4, 5", "keys.webm, 20", "keys.avi, 5"})
    void a_key_frame_comes_every_half_second_of_h264_and_every_two_seconds_of_vp9(String name, int pictures) {
        List<Long> times = LongStream.range(0, 60).map(i -> i * 100_000).boxed().toList();

        VideoFile video = record(name, new VideoFormat(64, 48, 10), times);

        assertThat(video.pictures().stream().filter(VideoFile.Picture::keyFrame).map(VideoFile.Picture::number))
                .isEqualTo(IntStream.iterate(0, number -> number < 60, number -> number + pictures).boxed().toList());
    }

    @Test
    void a_picture_of_another_size_is_fitted_and_centred_on_black() {
        Path file = folder.resolve("fitted.mp4");
        try (VideoWriter writer = VideoWriter.open(file, new VideoFormat(320, 240, 10), VideoOptions.DEFAULT);
                Arena arena = Arena.ofConfined()) {
            writer.write(white(arena, 320, 240), 320, 240, 0);
            writer.write(white(arena, 100, 200), 100, 200, 100_000);
        }

        VideoFile.read(file, picture -> {
            if (picture.ptsMicros() > 0) {
                assertThat(picture.luma(160, 5)).isGreaterThan(230);
                assertThat(picture.luma(160, 235)).isGreaterThan(230);
                assertThat(picture.luma(105, 120)).isGreaterThan(230);
                assertThat(picture.luma(95, 120)).isLessThan(20);
                assertThat(picture.luma(225, 120)).isLessThan(20);
            } else {
                assertThat(picture.luma(5, 120)).isGreaterThan(230);
            }
        });
    }

    private static MemorySegment white(Arena arena, int width, int height) {
        return arena.allocate(4L * width * height).fill((byte) 0xff);
    }

    @ParameterizedTest
    @CsvSource({"colours.mp4,320,240", "colours.webm,320,240", "colours.avi,321,241"})
    void colours_are_bt709_and_say_so(String name, int width, int height) {
        Path file = folder.resolve(name);
        double[][] colours = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {30, 120, 210}, {255, 255, 255}, {0, 0, 0}};
        try (VideoWriter writer = VideoWriter.open(file, new VideoFormat(width, height, 10), VideoOptions.DEFAULT);
                Arena arena = Arena.ofConfined()) {
            for (int i = 0; i < colours.length; i++) {
                writer.write(filled(arena, width, height, colours[i]), width, height, i * 100_000L);
            }
        }

        VideoFile.read(file, picture -> {
            double[] expected = colours[(int) Math.round(picture.ptsMicros() / 100_000.0)];
            double[] actual = picture.bgr(width / 2, height / 2);
            for (int channel = 0; channel < 3; channel++) {
                assertThat(actual[channel]).isCloseTo(expected[channel], within(6.0));
            }
            assertThat(picture.taggedBt709() || name.endsWith(".avi")).isTrue();
        });
    }

    private static MemorySegment filled(Arena arena, int width, int height, double[] bgr) {
        MemorySegment pixels = arena.allocate(4L * width * height);
        for (long i = 0; i < pixels.byteSize(); i++) {
            pixels.set(ValueLayout.JAVA_BYTE, i, i % 4 == 3 ? -1 : (byte) bgr[(int) (i % 4)]);
        }
        return pixels;
    }

    @ParameterizedTest
    @ValueSource(strings = {"burst.mp4", "burst.mkv", "burst.webm", "burst.avi", "burst.mov"})
    void pictures_nearer_than_the_container_can_tell_all_arrive(String name) {
        VideoFile video = record(name, new VideoFormat(160, 120, 10),
                List.of(0L, 1L, 2L, 200L, 400L, 500_000L, 1_000_000L));

        assertThat(video.numbers()).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(video.times()).isSorted().doesNotHaveDuplicates();
        assertThat(video.times().getLast()).isCloseTo(1_000_000L, within(1_000L));
    }

    @Test
    void avi_rounds_times_to_its_frame_rate() {
        VideoFile video = record("vfr.avi", new VideoFormat(160, 120, 10), List.of(0L, 110_000L, 390_000L, 1_200_000L));

        assertThat(video.numbers()).containsExactly(0, 1, 2, 3);
        assertSameTimes(video.times(), List.of(0L, 100_000L, 400_000L, 1_200_000L), 1);
    }

    @Test
    void asking_for_hardware_records_with_whatever_opens() {
        VideoFile video = record("hardware.mp4", new VideoFormat(320, 240, 30),
                VideoOptions.DEFAULT.withEncoder(EncoderChoice.GRAPHICS_CARD), List.of(0L, 33_333L));

        assertThat(video.codec()).isEqualTo("h264");
        assertThat(video.numbers()).containsExactly(0, 1);
    }

    @Test
    void the_encoder_is_named() {
        try (VideoWriter even = VideoWriter.open(folder.resolve("a.mp4"), new VideoFormat(64, 48, 30),
                VideoOptions.DEFAULT);
                VideoWriter odd = VideoWriter.open(folder.resolve("b.mp4"), new VideoFormat(65, 48, 30),
                        VideoOptions.DEFAULT)) {
            assertThat(even.encoder()).isEqualTo("libopenh264");
            assertThat(odd.encoder()).isEqualTo("libvpx-vp9");
        }
    }

    @ParameterizedTest
    @CsvSource({"H264, mp4, h264", "VP9, mkv, vp9", "VP9, webm, vp9", "MPEG4, avi, mpeg4", "MPEG4, mp4, mpeg4"})
    void the_encoder_that_was_chosen_writes_the_file(EncoderChoice choice, String extension, String codec) {
        VideoFile video = record("chosen." + extension, new VideoFormat(64, 48, 30),
                VideoOptions.DEFAULT.withEncoder(choice), List.of(0L, 33_333L));

        assertThat(video.codec()).isEqualTo(codec);
        assertThat(video.numbers()).containsExactly(0, 1);
    }

    @Test
    void a_file_that_does_not_hold_what_the_chosen_encoder_makes_is_an_error() {
        assertThatThrownBy(() -> VideoWriter.open(folder.resolve("a.webm"), new VideoFormat(64, 48, 30),
                VideoOptions.DEFAULT.withEncoder(EncoderChoice.H264))).isInstanceOf(UserException.class)
                .hasMessage("A .webm file holds no H.264, which the chosen encoder makes.");
        assertThat(folder.resolve("a.webm")).doesNotExist();
    }

    @Test
    void an_encoder_that_is_not_there_or_does_not_take_the_size_is_an_error_and_not_replaced() {
        assertThatThrownBy(() -> VideoWriter.open(folder.resolve("a.mp4"), new VideoFormat(64, 48, 30),
                VideoOptions.DEFAULT.withEncoder(EncoderChoice.MEDIA_FOUNDATION))).isInstanceOf(UserException.class)
                .hasMessageStartingWith("No video encoder here takes pictures of 64 x 48 pixels");
        assertThatThrownBy(() -> VideoWriter.open(folder.resolve("b.mp4"), new VideoFormat(65, 48, 30),
                VideoOptions.DEFAULT.withEncoder(EncoderChoice.H264))).isInstanceOf(UserException.class)
                .hasMessageStartingWith("No video encoder here takes pictures of 65 x 48 pixels");
    }

    @Test
    void a_video_without_pictures_is_no_file() {
        Path file = folder.resolve("empty.mp4");

        VideoWriter.open(file, new VideoFormat(64, 48, 30), VideoOptions.DEFAULT).close();

        assertThat(file).doesNotExist();
    }

    @Test
    void closing_twice_does_nothing() {
        VideoWriter writer = VideoWriter.open(folder.resolve("twice.mp4"), new VideoFormat(64, 48, 30),
                VideoOptions.DEFAULT);
        writer.close();
        writer.close();

        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = TestPictures.numbered(arena, 64, 48, 1);
            assertThatThrownBy(() -> writer.write(pixels, 64, 48, 0)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void time_must_grow() {
        try (VideoWriter writer = VideoWriter.open(folder.resolve("back.mp4"), new VideoFormat(64, 48, 30),
                VideoOptions.DEFAULT); Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = TestPictures.numbered(arena, 64, 48, 1);
            writer.write(pixels, 64, 48, 1000);

            assertThatThrownBy(() -> writer.write(pixels, 64, 48, 1000)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1000 us");
        }
        assertThat(VideoFile.read(folder.resolve("back.mp4")).numbers()).containsExactly(1);
    }

    @Test
    void too_few_pixels_are_refused() {
        try (VideoWriter writer = VideoWriter.open(folder.resolve("few.mp4"), new VideoFormat(64, 48, 30),
                VideoOptions.DEFAULT); Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = TestPictures.numbered(arena, 64, 47, 1);

            assertThatThrownBy(() -> writer.write(pixels, 64, 48, 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"out", "out.txt", "out.mpg4", ".mp4x"})
    void an_unknown_extension_is_told_in_one_sentence(String name) {
        assertThatThrownBy(() -> VideoWriter.open(folder.resolve(name), new VideoFormat(64, 48, 30),
                VideoOptions.DEFAULT)).isInstanceOf(UserException.class).hasMessageContaining(name)
                .hasMessageEndingWith("it should end with .mp4, .mov, .mkv, .webm, .avi.")
                .hasMessageNotContaining("\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_missing_folder_is_told_in_one_sentence() {
        Path file = folder.resolve("nowhere/out.mp4");

        assertThatThrownBy(() -> VideoWriter.open(file, new VideoFormat(64, 48, 30), VideoOptions.DEFAULT))
                .isInstanceOf(UserException.class)
                .hasMessage("Cannot write " + file + ": the folder " + file.getParent() + " does not exist.");
    }

    @Test
    void a_file_in_place_of_the_folder_is_told_in_one_sentence() throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "x").resolve("out.mp4");

        assertThatThrownBy(() -> VideoWriter.open(file, new VideoFormat(64, 48, 30), VideoOptions.DEFAULT))
                .isInstanceOf(UserException.class).hasMessageEndingWith("is not a folder.");
    }

    @Test
    void a_size_that_no_encoder_takes_leaves_an_existing_file_alone() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.avi"), "kept");

        assertThatThrownBy(
                () -> VideoWriter.open(file, new VideoFormat(20_001, 20_001, 30), VideoOptions.DEFAULT))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("No video encoder here takes pictures of 20001 x 20001 pixels")
                .hasMessageNotContaining("\n");
        assertThat(file).hasContent("kept");
    }

    @Test
    void an_existing_file_is_overwritten() throws IOException {
        Files.write(folder.resolve("old.mp4"), new byte[3_000_000]);

        VideoFile video = record("old.mp4", new VideoFormat(64, 48, 30), List.of(0L, 33_333L));

        assertThat(video.numbers()).containsExactly(0, 1);
        assertThat(Files.size(folder.resolve("old.mp4"))).isLessThan(100_000);
    }

    @Test
    void names_may_look_like_addresses() {
        VideoFile video = record("http:%20ü 動画.mp4", new VideoFormat(64, 48, 30), List.of(0L));

        assertThat(video.numbers()).containsExactly(0);
    }

    private VideoFile record(String name, VideoFormat format, List<Long> times) {
        return record(name, format, VideoOptions.DEFAULT, times);
    }

    private VideoFile record(String name, VideoFormat format, VideoOptions options, List<Long> times) {
        Path file = folder.resolve(name);
        try (VideoWriter writer = VideoWriter.open(file, format, options)) {
            for (int i = 0; i < times.size(); i++) {
                try (Arena arena = Arena.ofConfined()) {
                    MemorySegment pixels = TestPictures.numbered(arena, format.width(), format.height(), i);
                    writer.write(pixels, format.width(), format.height(), times.get(i));
                }
            }
            assertThat(writer.frames()).isEqualTo(times.size());
        }
        return VideoFile.read(file);
    }
}
