package org.posescope.record.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelConverterTest {
    private static final int BLUE = 0xff0000ff;
    private static final int BLACK_LUMA = 16;
    private static final int BLACK_CHROMA = 128;

    /** Opaque blue is Y 32, Cb 240, Cr 118, so that each plane tells it from black. */
    @ParameterizedTest
    @CsvSource({"1080,1920,640,360", "1080,1920,636,358", "1079,1919,642,362", "101,203,640,360", "37,211,330,90",
        "1920,1080,360,640", "1919,803,322,242", "640,368,640,360", "500,100,98,64", "100,500,64,98", "99,57,250,141",
        "1080,1920,606,1080", "333,999,1280,720"})
    void beside_a_picture_is_black_and_nothing_else(int pictureWidth, int pictureHeight, int width, int height) {
        for (int pixelFormat : new int[] {AV_PIX_FMT_YUV420P, AV_PIX_FMT_NV12}) {
            try (PixelConverter converter = new PixelConverter(width, height, pixelFormat);
                    Arena arena = Arena.ofConfined()) {
                MemorySegment picture = arena.allocate(4L * pictureWidth * pictureHeight, 16);
                for (long i = 0; i < (long) pictureWidth * pictureHeight; i++) {
                    picture.setAtIndex(ValueLayout.JAVA_INT, i, BLUE);
                }
                for (int i = 0; i < 2; i++) {
                    requireOnBlack(converter.convert(picture, pictureWidth, pictureHeight), width, height,
                            pixelFormat == AV_PIX_FMT_NV12 ? 2 : 1, (double) pictureWidth / pictureHeight);
                }
            }
        }
    }

    private static void requireOnBlack(AVFrame frame, int width, int height, int chromaStep, double aspect) {
        int[] columns = IntStream.range(0, width).filter(x -> at(frame, 0, x, height / 2) != BLACK_LUMA).toArray();
        int[] rows = IntStream.range(0, height).filter(y -> at(frame, 0, width / 2, y) != BLACK_LUMA).toArray();
        int left = columns[0];
        int top = rows[0];
        assertThat(columns).as("columns").isEqualTo(IntStream.range(left, left + columns.length).toArray());
        assertThat(rows).as("rows").isEqualTo(IntStream.range(top, top + rows.length).toArray());
        assertThat(Math.abs(width - left - columns.length - left)).as("off the middle").isLessThanOrEqualTo(2);
        assertThat(Math.abs(height - top - rows.length - top)).as("off the middle").isLessThanOrEqualTo(2);
        assertThat(columns.length).isCloseTo((int) Math.round(rows.length * aspect),
                within(2 + (int) Math.ceil(aspect)));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean shown = x >= left && x < left + columns.length && y >= top && y < top + rows.length;
                assertThat(at(frame, 0, x, y)).as("luma at %d, %d", x, y).isCloseTo(shown ? 32 : BLACK_LUMA,
                        within(shown ? 1 : 0));
            }
        }
        for (int y = 0; y < height / 2; y++) {
            for (int x = 0; x < width / 2; x++) {
                boolean shown = 2 * x >= left && 2 * x < left + columns.length && 2 * y >= top
                        && 2 * y < top + rows.length;
                assertThat(at(frame, 1, x * chromaStep, y)).as("Cb at %d, %d", x, y)
                        .isCloseTo(shown ? 240 : BLACK_CHROMA, within(shown ? 1 : 0));
                assertThat(at(frame, chromaStep == 1 ? 2 : 1, chromaStep == 1 ? x : 2 * x + 1, y))
                        .as("Cr at %d, %d", x, y)
                        .isCloseTo(shown ? 118 : BLACK_CHROMA, within(shown ? 1 : 0));
            }
        }
    }

    private static int at(AVFrame frame, int plane, int x, int y) {
        return frame.data(plane).get((long) y * frame.linesize(plane) + x) & 0xff;
    }
}
