package org.posescope.record.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.SourceOptions;
import org.posescope.frame.source.Sources;
import org.posescope.testkit.SoundFile;

/** Files with seeded damages, from opening to the recording of their pictures and sound: a result or a sentence. */
class DamagedMediaTest {
    private static final int DAMAGES = 40;
    private static final int FRAMES = 20;
    private static final int MOST_FRAMES = 40 * FRAMES;
    private static final long MOST_GROWTH = 300L << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"clip.mp4, aac, 22050, 1", "clip.mkv, libopus, 48000, 2", "clip.avi, pcm_s16le, 22050, 3",
        "clip.ts, aac, 22050, 4",
        "clip.mov, pcm_s16le, 22050, 5"})
    void a_damaged_file_gives_a_result_or_a_sentence(String name, String encoder, int rate, long seed)
            throws IOException {
        byte[] whole = Files.readAllBytes(SoundFile.write(folder.resolve(name), FRAMES, 25,
                avcodec.avcodec_find_encoder_by_name(encoder).id(), rate));
        Random random = new Random(seed);
        long before = Pointer.physicalBytes();
        int results = 0;
        for (int i = 0; i < DAMAGES; i++) {
            Path file = Files.write(folder.resolve("damaged-" + name), damage(whole, random));
            Path output = folder.resolve(i % 2 == 0 ? "out.mp4" : "out.mkv");
            results += assertTimeoutPreemptively(Duration.ofSeconds(10), () -> frames(file, output),
                    "damage " + i) > 0 ? 1 : 0;
        }

        assertThat(results).as("files of which something could be read").isBetween(1, DAMAGES);
        assertThat(Pointer.physicalBytes() - before).isLessThan(MOST_GROWTH);
    }

    private static byte[] damage(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        return switch (random.nextInt(3)) {
            case 0 -> changed(bytes, random);
            case 1 -> Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 1));
            default -> inserted(bytes, random);
        };
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int count = 1 << random.nextInt(10);
        for (int i = 0; i < count; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static byte[] inserted(byte[] bytes, Random random) {
        byte[] nonsense = new byte[1 + random.nextInt(300)];
        random.nextBytes(nonsense);
        int at = random.nextInt(bytes.length);
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.write(bytes, 0, at);
        longer.writeBytes(nonsense);
        longer.write(bytes, at, bytes.length - at);
        return longer.toByteArray();
    }

    /** Records what can be read of a file, goes back to its start, and gives the number of its frames; 0: it was refused. */
    private static int frames(Path file, Path output) {
        try (FramePool pool = new FramePool()) {
            try (FrameSource source = Sources.open(file.toString(), SourceOptions.DEFAULT.withDecoderThreads(1),
                    pool)) {
                int frames = record(source, output);
                if (source.info().seekable()) {
                    source.seek(0);
                    try (Frame first = source.next()) {
                        assertThat(first == null || first.width() > 0).isTrue();
                    }
                }
                assertThat(source.warnings()).allSatisfy(warning -> assertThat(warning).contains(file.getFileName()
                        .toString()));
                return frames;
            } catch (UserException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
                return 0;
            } finally {
                assertThat(pool.lent()).isZero();
            }
        }
    }

    private static int record(FrameSource source, Path output) {
        SourceInfo info = source.info();
        int frames = 0;
        try (VideoOutput video = VideoOutput.open(output, VideoFormat.of(info), VideoOptions.DEFAULT,
                SoundSource.of(info))) {
            Frame frame = source.next();
            while (frame != null && frames < MOST_FRAMES) {
                try (Frame shown = frame) {
                    video.accept(shown, List.of());
                }
                frames++;
                frame = source.next();
            }
            if (frame != null) {
                frame.close();
            }
        }
        return frames;
    }
}
