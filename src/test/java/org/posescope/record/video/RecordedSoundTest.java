package org.posescope.record.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.ffmpeg.VideoSource;
import org.posescope.frame.source.LoopingSource;
import org.posescope.record.RecordedSound;
import org.posescope.testkit.SoundFile;
import org.posescope.testkit.TestPictures;
import org.posescope.testkit.TestVideos;
import org.posescope.testkit.VideoFile;

/** Sound of a file beside its recorded pictures. */
class RecordedSoundTest {
    private static final double FPS = 25;
    private static final long FRAME_MICROS = 40_000;
    private static final int FRAMES = 100;
    /** Beeps of a clip of four seconds. */
    private static final List<Long> BEEPS = List.of(500_000L, 1_500_000L, 2_500_000L, 3_500_000L);
    /** Matroska counts milliseconds; a compressed beep begins a little softer. */
    private static final long EXACT_MICROS = 4_000;

    private final FramePool pool = new FramePool();

    @TempDir
    Path folder;

    @AfterEach
    void nothing_is_kept() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private Path clip(String name, int codec) {
        return SoundFile.write(folder.resolve(name), FRAMES, FPS, codec);
    }

    /** Records the pictures of a source. */
    private RecordedSound record(FrameSource source, int frames, Path output) {
        SourceInfo info = source.info();
        VideoOutput video = VideoOutput.open(output, VideoFormat.of(info), VideoOptions.DEFAULT, SoundSource.of(info));
        try (video) {
            for (int i = 0; i < frames; i++) {
                try (Frame frame = source.next()) {
                    video.accept(frame, List.of());
                }
            }
        }
        return video.sound().orElseThrow();
    }

    private RecordedSound record(Path clip, Path output) {
        try (FrameSource source = VideoSource.open(clip, 1, pool)) {
            return record(source, FRAMES, output);
        }
    }

    @ParameterizedTest
    @CsvSource({"in.mp4, aac, out.mp4", "in.mp4, aac, out.mkv", "in.mp4, aac, out.mov", "in.mkv, aac, out.mp4",
        "in.mkv, libopus, out.webm", "in.mkv, libopus, out.mp4", "in.avi, pcm_s16le, out.avi",
        "in.avi, pcm_s16le, out.mkv", "in.mkv, ac3, out.avi", "in.mkv, ac3, out.mkv", "in.mkv, flac, out.mkv"})
    void sound_is_copied_and_heard_with_its_pictures(String input, String encoder, String name) {
        int codec = avcodec.avcodec_find_encoder_by_name(encoder).id();
        Path clip = clip(input, codec);
        SoundFile original = SoundFile.read(clip);
        assertSame(original.beeps(), BEEPS, FRAME_MICROS / 2);

        RecordedSound sound = record(clip, folder.resolve(name));

        String codecName = avcodec.avcodec_get_name(codec).getString();
        assertThat(sound.codec()).contains(codecName);
        assertThat(sound.lost()).isEmpty();
        assertThat(sound.summary()).isEqualTo(codecName);
        SoundFile recorded = SoundFile.read(folder.resolve(name));
        assertThat(recorded.codec()).isEqualTo(original.codec());
        // AVI knows no times of sound, so that its first packet is heard with the first picture.
        assertSame(recorded.beeps(), original.beeps(), name.endsWith(".avi") ? FRAME_MICROS : EXACT_MICROS);
        assertThat(recorded.starts()).isSorted().doesNotHaveDuplicates();
        assertThat(recorded.starts().getFirst()).isBetween(0L, FRAME_MICROS);
        VideoFile video = VideoFile.read(folder.resolve(name), picture -> {});
        assertThat(recorded.endMicros()).isCloseTo(FRAMES * FRAME_MICROS, within(FRAME_MICROS));
        assertThat(video.declaredMicros()).isCloseTo(FRAMES * FRAME_MICROS, within(FRAME_MICROS));
    }

    private static void assertSame(List<Long> actual, List<Long> expected, long tolerance) {
        assertThat(actual).as("beeps").hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i)).as("beep %d", i).isCloseTo(expected.get(i), within(tolerance));
        }
    }

    @ParameterizedTest
    @CsvSource({"middle.mp4", "middle.mkv"})
    void a_recording_that_begins_in_the_middle_has_the_sound_from_there(String name) {
        Path clip = clip("in.mp4", avcodec.AV_CODEC_ID_AAC);
        try (FrameSource source = VideoSource.open(clip, 1, pool)) {
            source.seek(1_800_000);

            record(source, 30, folder.resolve(name));
        }

        SoundFile recorded = SoundFile.read(folder.resolve(name));
        assertSame(recorded.beeps(), List.of(700_000L), FRAME_MICROS / 2);
        assertThat(recorded.starts().getFirst()).isBetween(0L, FRAME_MICROS);
        assertThat(recorded.endMicros()).isCloseTo(30 * FRAME_MICROS, within(FRAME_MICROS));
    }

    @Test
    void a_clip_that_starts_again_sounds_again() {
        Path clip = SoundFile.write(folder.resolve("short.mp4"), 25, FPS, avcodec.AV_CODEC_ID_AAC);
        try (FrameSource source = new LoopingSource(VideoSource.open(clip, 1, pool))) {
            assertThat(record(source, 75, folder.resolve("loops.mp4")).lost()).isEmpty();
        }

        SoundFile recorded = SoundFile.read(folder.resolve("loops.mp4"));
        assertSame(recorded.beeps(), List.of(500_000L, 1_500_000L, 2_500_000L), FRAME_MICROS / 2);
        assertThat(recorded.starts()).isSorted().doesNotHaveDuplicates();
        assertThat(recorded.endMicros()).isCloseTo(75 * FRAME_MICROS, within(FRAME_MICROS));
    }

    @Test
    void the_sound_goes_with_the_pictures_when_these_are_sought() {
        Path clip = clip("in.mp4", avcodec.AV_CODEC_ID_AAC);
        Path output = folder.resolve("sought.mp4");
        try (FrameSource source = VideoSource.open(clip, 1, pool);
                VideoOutput video = VideoOutput.open(output, VideoFormat.of(source.info()), VideoOptions.DEFAULT,
                        SoundSource.of(source.info()))) {
            // From 2.2 s to 3 s, back to 1.2 s, on to 2 s: 0.8 s each.
            for (long start : List.of(2_200_000L, 1_200_000L)) {
                source.seek(start);
                for (int i = 0; i < 20; i++) {
                    try (Frame frame = source.next()) {
                        video.accept(frame, List.of());
                    }
                }
            }
        }

        assertSame(SoundFile.read(output).beeps(), List.of(300_000L, 1_100_000L), FRAME_MICROS / 2);
    }

    @Test
    void sound_that_begins_late_is_left_out_of_a_file_that_cannot_say_so() {
        Path clip = clip("in.mkv", avcodec.AV_CODEC_ID_AC3);
        Path output = folder.resolve("late.avi");
        VideoOutput video = VideoOutput.open(output, new VideoFormat(64, 48, FPS), VideoOptions.DEFAULT,
                new SoundSource(Optional.of(clip.toString()), RecordedSound.SILENT));
        try (video) {
            for (int i = 0; i < FRAMES; i++) {
                // The pictures begin a second before those of the file with the sound.
                try (Frame frame = TestPictures.frame(pool, 64, 48, i, (i - 25) * FRAME_MICROS)) {
                    video.accept(frame, List.of());
                }
            }
        }

        assertThat(video.sound().orElseThrow().lost())
                .contains("the sound ends after 0.0 s because this kind of file has no room for the silence in it");
        assertThat(VideoFile.read(output).numbers()).hasSize(FRAMES);
    }

    @Test
    void pictures_that_are_missing_leave_the_sound_whole() {
        Path clip = clip("in.mp4", avcodec.AV_CODEC_ID_AAC);
        Path output = folder.resolve("slow.mp4");
        try (FrameSource source = VideoSource.open(clip, 1, pool);
                VideoOutput video = VideoOutput.open(output, VideoFormat.of(source.info()), VideoOptions.DEFAULT,
                        SoundSource.of(source.info()))) {
            for (int i = 0; i < FRAMES; i++) {
                try (Frame frame = source.next()) {
                    if (i % 8 == 0) {
                        video.accept(frame, List.of());
                    }
                }
            }
        }

        VideoFile recorded = VideoFile.read(output, picture -> {});
        assertThat(recorded.declaredMicros()).isCloseTo(97 * FRAME_MICROS, within(FRAME_MICROS));
        assertSame(SoundFile.read(output).beeps(), BEEPS, FRAME_MICROS / 2);
    }

    @Test
    void a_silent_source_is_recorded_without_a_word() {
        RecordedSound sound = record(TestVideos.clip(64, 48, FRAMES).write(folder.resolve("silent.mp4")),
                folder.resolve("out.mp4"));

        assertThat(sound).isEqualTo(RecordedSound.SILENT);
        assertThat(sound.summary()).isEqualTo("none: the source has no sound");
        assertThat(SoundFile.read(folder.resolve("out.mp4")).codec()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"in.mkv, ac3, out.avi", "in.mkv, ac3, out.mkv", "in.mp4, aac, out.mp4", "in.mkv, flac, out.mkv"})
    void damaged_sound_never_spoils_the_pictures(String input, String encoder, String name) throws IOException {
        Path clip = clip(input, avcodec.avcodec_find_encoder_by_name(encoder).id());
        try (FrameSource source = VideoSource.open(clip, 1, pool)) {
            // Only the sound is read after this.
            VideoOutput video = VideoOutput.open(folder.resolve(name), VideoFormat.of(source.info()),
                    VideoOptions.DEFAULT, SoundSource.of(source.info()));
            scribble(clip);
            try (video) {
                for (int i = 0; i < FRAMES; i++) {
                    try (Frame frame = TestPictures.frame(pool, 64, 48, i, i * FRAME_MICROS)) {
                        video.accept(frame, List.of());
                    }
                }
            }
            assertThat(video.sound().orElseThrow().codec()).isPresent();
        }

        assertThat(decodedPictures(folder.resolve(name))).isEqualTo(FRAMES);
    }

    /** Writes nonsense over the second half of a file but for its very end, where an index may be. */
    private static void scribble(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long length = bytes.length();
            bytes.seek(length / 2);
            byte[] nonsense = new byte[(int) (length / 2 - length / 8)];
            new Random(7).nextBytes(nonsense);
            bytes.write(nonsense);
        }
    }

    private static int decodedPictures(Path file) {
        int[] count = {0};
        VideoFile.read(file, picture -> count[0]++);
        return count[0];
    }

    @Test
    void a_pipe_is_not_read_twice() throws IOException {
        Path pipe = Files.createFile(folder.resolve("pipe.mp4"));
        SourceInfo unseekable = new SourceInfo(pipe.toString(), SourceInfo.Kind.VIDEO, 64, 48, 25, -1, -1, false);

        assertThat(SoundSource.of(unseekable).file()).isEmpty();
        assertThat(SoundSource.of(unseekable).without().lost()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"killed.mp4", "killed.mkv"})
    void a_killed_recording_keeps_pictures_and_sound_to_within_two_seconds(String name) throws Exception {
        Path clip = SoundFile.write(folder.resolve("long.mp4"), 3000, 30, avcodec.AV_CODEC_ID_AAC);
        int last;
        try (RecordingChild child = RecordingChild.startWithSound(folder.resolve(name), 4000, clip)) {
            last = child.killAfter(300);
        }

        List<Integer> numbers = VideoFile.read(folder.resolve(name)).numbers();
        SoundFile sound = SoundFile.read(folder.resolve(name));
        assertThat(numbers).isEqualTo(IntStream.range(0, numbers.size()).boxed().toList());
        assertThat(RecordingChild.pts(numbers.getLast())).isGreaterThan(RecordingChild.pts(last) - 2_000_000);
        assertThat(sound.endMicros()).isGreaterThan(RecordingChild.pts(last) - 2_000_000);
        assertSame(sound.beeps().subList(0, 8), LongStream.range(0, 8).map(i -> i * 1_000_000 + 500_000).boxed()
                .toList(), FRAME_MICROS / 2);
    }
}
