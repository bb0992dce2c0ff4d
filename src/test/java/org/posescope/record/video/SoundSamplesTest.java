package org.posescope.record.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;

import org.assertj.core.data.Offset;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.testkit.SoundFile;

class SoundSamplesTest {
    private static final int LOUD = 4_000;

    /** When the first begins that is not before a place, microseconds; -1 without one. */
    private static long nextBeep(SoundSamples samples, long from) {
        for (Optional<SoundSamples.Piece> piece = samples.next(); piece.isPresent(); piece = samples.next()) {
            byte[] bytes = piece.get().bytes();
            for (int i = 0; i < bytes.length; i += SoundSamples.FRAME_BYTES) {
                long micros = piece.get().startMicros()
                        + i / SoundSamples.FRAME_BYTES * 1_000_000L / SoundSamples.RATE;
                if (micros >= from && Math.abs((bytes[i + 1] << 8) | (bytes[i] & 0xFF)) > LOUD) {
                    return micros;
                }
            }
        }
        return -1;
    }

    @ParameterizedTest
    @CsvSource({"sound.mp4, " + avcodec.AV_CODEC_ID_AAC + ", 44100",
        "sound.mkv, " + avcodec.AV_CODEC_ID_PCM_S16LE + ", 16000"})
    void sound_of_any_kind_is_heard_at_its_place_after_a_seek_too(String name, int codec, int rate,
            @TempDir Path folder) {
        Path file = SoundFile.write(folder.resolve(name), 80, 25, codec, rate);
        try (SoundSamples samples = SoundSamples.open(file).orElseThrow()) {
            assertThat(nextBeep(samples, 0)).isCloseTo(500_000, Offset.offset(15_000L));
            samples.seek(2_000_000);
            assertThat(nextBeep(samples, 2_000_000)).isCloseTo(2_500_000, Offset.offset(15_000L));
            samples.seek(0);
            assertThat(nextBeep(samples, 0)).isCloseTo(500_000, Offset.offset(15_000L));
            samples.seek(2_700_000);
            assertThat(nextBeep(samples, 2_700_000)).isEqualTo(-1);
            assertThat(samples.next()).isEmpty();
        }
    }
}
