package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.testkit.TestPicture;
import org.posescope.testkit.TestVideos;

class DeinterlacerTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int FRAMES = 30;
    private static final double BAND = 0.7;

    private final FramePool pool = new FramePool();

    @TempDir
    private Path folder;

    @AfterEach
    void every_frame_was_given_back() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    /** What is seen in a picture. */
    private record Look(int index, long ptsMicros, int combed) {
        static Look at(Frame frame) {
            Look look = new Look(TestPicture.indexOf(frame), frame.ptsMicros(), combed(frame));
            frame.close();
            return look;
        }

        /** Pixels of the band that are quite unlike both the one above and the one below. */
        private static int combed(Frame frame) {
            int count = 0;
            for (int y = (int) (BAND * HEIGHT) + 4; y < HEIGHT - 4; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    int here = green(frame, x, y);
                    int above = green(frame, x, y - 1) - here;
                    int below = green(frame, x, y + 1) - here;
                    count += Math.abs(above) > 100 && Math.abs(below) > 100 && above > 0 == below > 0 ? 1 : 0;
                }
            }
            return count;
        }

        private static int green(Frame frame, int x, int y) {
            return frame.pixels().get(ValueLayout.JAVA_BYTE, (long) y * frame.stride() + x * 4L + 1) & 0xFF;
        }
    }

    /** The index, and below it an edge that moves on with every field. */
    private static TestVideos clip() {
        TestPicture picture = (index, x, y) -> {
            int field = 2 * index + (int) (y * HEIGHT) % 2;
            return y < BAND
                    ? TestPicture.index().bgra(index, x, y)
                    : x * WIDTH < 8 + 5 * field ? 0xFFFFFFFF : 0xFF000000;
        };
        return TestVideos.clip(WIDTH, HEIGHT, FRAMES).showing(picture);
    }

    private VideoSource open(Path file) {
        return VideoSource.open(file, 1, pool);
    }

    private List<Look> all(Path file) {
        try (VideoSource source = open(file)) {
            List<Look> looks = new ArrayList<>();
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                looks.add(Look.at(frame));
            }
            return looks;
        }
    }

    @Test
    void pictures_of_two_fields_become_whole_and_keep_their_number_and_time() {
        List<Look> plain = all(clip().encodedBy("mpeg2video", "yuv420p").write(folder.resolve("plain.mkv")));
        List<Look> interlaced = all(clip().interlaced().write(folder.resolve("interlaced.mkv")));

        assertThat(interlaced).extracting(Look::index)
                .containsExactlyElementsOf(IntStream.range(0, FRAMES).boxed().toList());
        assertThat(interlaced).extracting(Look::ptsMicros)
                .containsExactlyElementsOf(plain.stream().map(Look::ptsMicros).toList());
        assertThat(plain).allMatch(look -> look.combed > 100);
        assertThat(interlaced.stream().mapToInt(Look::combed).max()).hasValue(0);
    }

    @Test
    void a_seek_finds_the_picture_of_its_time() {
        try (VideoSource source = open(clip().interlaced().write(folder.resolve("interlaced.mkv")))) {
            for (int index : new int[] {17, 3, 29, 0}) {
                source.seek(index * 40_000L);

                Look look = Look.at(source.next());
                assertThat(look.index()).isEqualTo(index);
                assertThat(look.ptsMicros()).isEqualTo(index * 40_000L);
            }
        }
    }

    @Test
    void it_is_said_once() {
        try (VideoSource source = open(clip().interlaced().write(folder.resolve("tv.mkv")))) {
            assertThat(source.warnings()).containsExactly(
                    "tv.mkv is interlaced; each picture is made whole from its two fields");
        }
    }
}
