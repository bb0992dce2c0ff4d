package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.error.UserException;
import org.posescope.frame.FramePool;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestVideos;

class BrokenVideoTest {
    @TempDir
    Path folder;

    final FramePool pool = new FramePool();

    @AfterEach
    void every_frame_was_given_back() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole.mp4", "whole.mkv", "whole.avi"})
    void a_truncated_file_gives_its_frames_then_a_warning(String name) throws IOException {
        Path whole = TestVideos.clip(96, 64, 200).encodedBy("mpeg4", "yuv420p").indexFirst()
                .write(folder.resolve(name));
        Path cut = cut(whole, 0.5);
        try (VideoSource source = VideoSource.open(cut, 2, pool)) {
            assertThat(source.warnings()).isEmpty();
            List<Seen> seen = Seen.rest(source);
            assertThat(seen).hasSizeBetween(40, 160).isEqualTo(Seen.steady(seen.size(), 40_000));
            assertThat(source.warnings())
                    .containsExactly(
                            "cut-" + name + " ends early: " + seen.size() + " of about 200 frames could be read");
        }
    }

    @Test
    void a_truncated_real_clip_is_played_as_far_as_it_goes_and_told_once_however_often_it_is_played()
            throws IOException {
        Path cut = cut(Shared.file("data/video/one-by-one-person-detection.mp4"), 0.1);
        try (VideoSource source = VideoSource.open(cut, 2, pool)) {
            int frames = Seen.rest(source).size();
            assertThat(frames).isBetween(50, 300);
            source.seek(0);
            assertThat(Seen.rest(source)).hasSize(frames);
            source.seek(1_000_000);
            assertThat(Seen.rest(source)).hasSize(frames - 10);
            assertThat(source.warnings())
                    .containsExactly(
                            "cut-one-by-one-person-detection.mp4 ends early: " + frames
                                    + " of about 1394 frames could be read");
        }
    }

    private Path cut(Path whole, double share) throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        return Files.write(folder.resolve("cut-" + whole.getFileName()),
                Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }

    @Test
    void a_video_that_begins_after_its_sound_is_whole() {
        try (VideoSource source = VideoSource.open(Shared.file("data/bugs/vlate.mkv"), 2, pool)) {
            assertThat(source.info().frameCount()).isEqualTo(40);
            assertThat(Seen.rest(source)).hasSize(40);
            assertThat(source.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"late.flv, 1, 0", "late.mkv, 1, 0", "late.ts, 1, 0", "late.mp4, 1, 0", "late.flv, 0.5, 1"})
    void a_video_whose_sound_goes_on_after_it_is_whole_unless_it_was_cut(String name, double share, int warnings)
            throws Exception {
        Path file = cut(soundAfterPictures(folder.resolve(name)), share);
        try (VideoSource source = VideoSource.open(file, 2, pool)) {
            assertThat(Seen.rest(source)).isNotEmpty();
            assertThat(source.warnings()).hasSize(warnings);
            source.seek(0);
            assertThat(Seen.next(source).shown()).isNotNegative();
        }
    }

    /** Two seconds of pictures and six of sound. */
    private static Path soundAfterPictures(Path file) throws FrameRecorder.Exception {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 64, 48, 1);
                Frame black = new Frame(64, 48, Frame.DEPTH_UBYTE, 3)) {
            recorder.setVideoCodec(
                    file.toString().endsWith(".flv") ? avcodec.AV_CODEC_ID_FLV1 : avcodec.AV_CODEC_ID_MPEG4);
            recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
            recorder.setFrameRate(25);
            recorder.start();
            for (int i = 0; i < 50; i++) {
                recorder.record(black);
                recorder.recordSamples(44_100, 1, ShortBuffer.allocate(1_764));
            }
            for (int i = 0; i < 100; i++) {
                recorder.recordSamples(44_100, 1, ShortBuffer.allocate(1_764));
            }
        }
        return file;
    }

    @Test
    void damaged_pictures_inside_are_counted_and_the_rest_is_shown() throws IOException {
        Path file = TestVideos.clip(96, 64, 100).encodedBy("png", "rgb24").write(folder.resolve("clip.mov"));
        byte[] bytes = Files.readAllBytes(file);
        // Each picture is a PNG of its own; without its header chunk it cannot be decoded.
        int header = 0;
        for (int picture = 0; picture < 50; picture++) {
            header = indexOf(bytes, "IHDR", header + 1);
        }
        bytes[header] = 'X';
        Files.write(file, bytes);
        try (VideoSource source = VideoSource.open(file, 2, pool)) {
            List<Seen> seen = Seen.rest(source);
            assertThat(seen).hasSize(99).extracting(Seen::shown).startsWith(0, 1).doesNotContain(49).endsWith(98, 99);
            assertThat(seen.get(49)).isEqualTo(new Seen(49, 50 * 40_000, 50));
            assertThat(source.warnings())
                    .containsExactly("clip.mov is damaged (pictures missing or shown only in part: 1)");
        }
    }

    private static int indexOf(byte[] bytes, String text, int from) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
    }

    @Test
    void an_mp4_cut_off_before_its_index_is_refused() throws IOException {
        Path cut = cut(TestVideos.clip(96, 64, 50).write(folder.resolve("whole.mp4")), 0.3);
        assertRefused(cut,
                "cut-whole.mp4 was cut off before its index (the moov atom) was written, so it cannot be played;"
                        + " record or copy it again");
    }

    @Test
    void what_is_not_a_video_is_refused_in_one_sentence() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.mp4"), "Remember the milk.\n".repeat(200));
        assertRefused(text, "notes.mp4 is damaged or not a video that can be read");
        Path listing = Files.writeString(folder.resolve("notes.txt"), "Remember the milk.\n".repeat(200));
        assertRefused(listing, "notes.txt is damaged or not a video that can be read");
        Path empty = Files.createFile(folder.resolve("empty.mp4"));
        assertRefused(empty, empty + " is empty (0 bytes)");
        Path missing = folder.resolve("missing.mp4");
        assertRefused(missing, "there is no file " + missing);
        assertRefused(folder, folder + " is a folder, not a video");
        assertRefused(Files.write(folder.resolve("sound.wav"), silence()), "sound.wav holds no video");
    }

    private void assertRefused(Path file, String sentence) {
        assertThatThrownBy(() -> VideoSource.open(file, 0, pool)).isInstanceOf(UserException.class)
                .hasMessage(sentence);
    }

    /** A second of 8-bit silence at 8 kHz in a WAVE file. */
    private static byte[] silence() {
        ByteBuffer wave = ByteBuffer.allocate(44 + 8000).order(ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 8000);
        wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1);
        wave.putInt(8000).putInt(8000).putShort((short) 1).putShort((short) 8);
        wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(8000);
        return wave.array();
    }
}
