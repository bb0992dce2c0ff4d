package org.posescope.record.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.ffmpeg.VideoSource;
import org.posescope.frame.source.LoopingSource;
import org.posescope.record.RecordedSound;
import org.posescope.testkit.Shared;
import org.posescope.testkit.SoundFile;

/** No sample is lost or changed on the way from a file into a recording of it. */
class WholeSoundTest {
    private static final double FPS = 25;
    private static final int FRAMES = 100;
    private static final int SECONDS = 4;
    /** What a decoder needs before its samples are those of the whole file. */
    private static final int START = 4_096;
    /** Two packets of stereo. */
    private static final int LATEST = 4_096;
    private static final int NOISE = 64;

    private final FramePool pool = new FramePool();

    @TempDir
    Path folder;

    @AfterEach
    void nothing_is_kept() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private Path clip(String name, String encoder, int rate) {
        return SoundFile.write(folder.resolve(name), FRAMES, FPS, avcodec.avcodec_find_encoder_by_name(encoder).id(),
                rate);
    }

    private RecordedSound record(FrameSource source, long frames, Path output) {
        VideoOutput video = VideoOutput.open(output, VideoFormat.of(source.info()), VideoOptions.DEFAULT,
                SoundSource.of(source.info()));
        try (video) {
            Frame frame = source.next();
            for (long i = 0; i < frames && frame != null; i++) {
                try (Frame shown = frame) {
                    video.accept(shown, List.of());
                }
                frame = i + 1 < frames ? source.next() : null;
            }
        }
        return video.sound().orElseThrow();
    }

    private RecordedSound record(Path clip, Path output) {
        try (FrameSource source = VideoSource.open(clip, 1, pool)) {
            return record(source, Long.MAX_VALUE, output);
        }
    }

    /**
     * The recording may begin up to a packet later than the sound of the file, and end as much earlier. Decoders fill in noise that
     * depends on where they begin, which is told apart from lost samples by its size.
     */
    private static void assertSameSamples(Path recording, Path clip) {
        short[] recorded = SoundFile.samples(recording);
        short[] original = SoundFile.samples(clip);
        assertThat(recorded.length).isBetween(original.length - LATEST - LATEST, original.length + LATEST);
        int lag = IntStream.rangeClosed(0, LATEST).boxed()
                .min(Comparator.comparingLong(each -> difference(recorded, original, each))).orElseThrow();
        int worst = IntStream.range(START, Math.min(recorded.length, original.length - lag))
                .map(i -> Math.abs(recorded[i] - original[i + lag])).max().orElseThrow();
        assertThat(worst).as("largest difference of a sample").isLessThan(NOISE);
    }

    private static long difference(short[] recorded, short[] original, int lag) {
        return IntStream.range(START, 7 * START).mapToLong(i -> Math.abs(recorded[i] - original[i + lag])).sum();
    }

    @ParameterizedTest
    @CsvSource({"in.mp4, aac, 44100, out.mp4", "in.mp4, aac, 44100, out.mkv", "in.mp4, aac, 44100, out.mov",
        "in.mp4, aac, 22050, out.mp4", "in.mp4, aac, 11025, out.mkv", "in.mkv, aac, 44100, out.mp4",
        "in.mov, pcm_s16le, 44100, out.mov", "in.mov, pcm_s16le, 44100, out.mkv",
        "in.avi, pcm_s16le, 44100, out.avi", "in.avi, pcm_s16le, 22050, out.mkv",
        "in.avi, pcm_s16le, 44100, out.mov", "in.mkv, libopus, 48000, out.webm",
        "in.ts, aac, 44100, out.mp4", "in.ts, aac, 48000, out.mkv", "in.ts, aac, 44100, out.mov"})
    void every_sample_arrives(String input, String encoder, int rate, String output) {
        Path clip = clip(input, encoder, rate);

        RecordedSound sound = record(clip, folder.resolve(output));

        assertThat(sound.notes()).isEmpty();
        assertSameSamples(folder.resolve(output), clip);
    }

    @ParameterizedTest
    @CsvSource({"aac44100.mp4, whole.mp4", "aac44100.mp4, whole.mkv", "aac44100.mp4, whole.mov", "obs.ts, whole.mp4",
        "obs.ts, whole.mkv", "avchd.mts, whole.mkv"})
    void every_sample_of_real_files_arrives(String name, String output) {
        Path clip = Shared.file("data/bugs/" + name);

        RecordedSound sound = record(clip, folder.resolve(output));

        assertThat(sound.notes()).isEmpty();
        assertSameSamples(folder.resolve(output), clip);
    }

    @ParameterizedTest
    @CsvSource({"in.mp4, aac", "in.mkv, flac", "in.mov, pcm_s16le"})
    void every_packet_of_a_span_and_of_each_pass_arrives(String input, String encoder) {
        Path clip = clip(input, encoder, 44_100);
        Path looped = folder.resolve("loops.mkv");
        Path sought = folder.resolve("sought.mkv");

        try (FrameSource source = new LoopingSource(VideoSource.open(clip, 1, pool))) {
            assertThat(record(source, 3 * FRAMES, looped).notes()).isEmpty();
        }
        try (FrameSource source = VideoSource.open(clip, 1, pool)) {
            source.seek(1_000_000);
            assertThat(record(source, 50, sought).notes()).isEmpty();
        }

        assertThat(SoundFile.samples(looped).length).isCloseTo(3 * SECONDS * 44_100, within(3 * 4_608));
        assertThat(SoundFile.samples(sought).length).isCloseTo(2 * 44_100, within(4_608));
    }

    @Test
    void sound_of_a_video_that_begins_later_than_its_sound_stays_with_its_pictures() {
        Path clip = Shared.file("data/bugs/vlate.mkv");

        RecordedSound sound = record(clip, folder.resolve("late.mkv"));

        assertThat(sound.lost()).isEmpty();
        assertThat(SoundFile.read(folder.resolve("late.mkv")).starts().getFirst()).isBetween(0L, 40_000L);
    }

    @ParameterizedTest
    @CsvSource({"in.mkv, ac3, 44100, out.mp4, aac", "in.mkv, aac, 44100, out.webm, opus",
        "in.mkv, libopus, 48000, out.avi, pcm_s16le", "in.mkv, ac3, 48000, out.mov, aac",
        "in.ts, aac, 44100, out.webm, opus"})
    void what_a_file_does_not_hold_is_converted_and_told(String input, String encoder, int rate, String output,
            String codec) {
        Path clip = clip(input, encoder, rate);
        String was = SoundFile.read(clip).codec().replace("_fixed", "").replace("lib", "").replace("float", "");

        RecordedSound sound = record(clip, folder.resolve(output));

        assertThat(sound.codec()).contains(codec);
        assertThat(sound.notes()).containsExactly("sound is converted in the recording: its sound (" + was
                + ") does not fit into " + output.substring(3) + ", so it is " + codec + " there");
        List<Long> beeps = SoundFile.read(folder.resolve(output)).beeps();
        assertThat(beeps).hasSize(SECONDS);
        for (int i = 0; i < SECONDS; i++) {
            assertThat(beeps.get(i)).isCloseTo(i * 1_000_000 + 500_000, within(20_000L));
        }
    }

    @Test
    void sound_of_a_camcorder_is_heard_in_an_mp4() {
        RecordedSound sound = record(Shared.file("data/bugs/avchd.mts"), folder.resolve("avchd.mp4"));

        assertThat(sound.lost()).isEmpty();
        assertThat(sound.codec()).contains("aac");
        assertThat(SoundFile.samples(folder.resolve("avchd.mp4"))).isNotEmpty();
    }

    @Test
    void converted_sound_goes_with_its_pictures_when_these_are_sought() {
        Path clip = clip("in.mkv", "ac3", 44_100);
        Path output = folder.resolve("sought.mp4");
        try (FrameSource source = VideoSource.open(clip, 1, pool);
                VideoOutput video = VideoOutput.open(output, VideoFormat.of(source.info()), VideoOptions.DEFAULT,
                        SoundSource.of(source.info()))) {
            for (long start : List.of(2_200_000L, 1_200_000L)) {
                source.seek(start);
                for (int i = 0; i < 20; i++) {
                    try (Frame frame = source.next()) {
                        video.accept(frame, List.of());
                    }
                }
            }
        }

        List<Long> beeps = SoundFile.read(output).beeps();
        assertThat(beeps).hasSize(2);
        assertThat(beeps.getFirst()).isCloseTo(300_000L, within(40_000L));
        assertThat(beeps.getLast()).isCloseTo(1_100_000L, within(40_000L));
    }
}
