package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.frame.FramePool;
import org.posescope.frame.PixelBlock;

class BgraConverterTest {
    private static final int HEIGHT = 6;
    private static final byte UNTOUCHED = 0x5A;
    private static final int GREY = 128;
    private static final int ALPHA_PLANE = 3;

    /** FFmpeg's vectorised conversions leave out columns and write past rows where a width is no multiple of 16. */
    @ParameterizedTest
    @ValueSource(strings = {"yuv420p", "yuv422p", "yuv444p", "nv12", "yuyv422", "yuva420p", "rgb24", "gray"})
    void every_width_is_filled_to_the_last_column_and_memory_behind_it_is_not_touched(String format) {
        for (int width = 1; width <= 70; width++) {
            try (FramePool pool = new FramePool(); BgraConverter converter = new BgraConverter(pool)) {
                PixelBlock marked = pool.acquire(width, HEIGHT);
                withSlack(marked).fill(UNTOUCHED);
                marked.release();
                AVFrame picture = grey(format, width);
                PixelBlock block = converter.convert(picture);
                assertThat(block).isSameAs(marked);
                assertGrey(block);
                MemorySegment behind = withSlack(block).asSlice(block.pixels().byteSize() + PixelBlock.SLACK / 2);
                assertThat(behind.toArray(ValueLayout.JAVA_BYTE)).as("width %d", width).containsOnly(UNTOUCHED);
                block.release();
                avutil.av_frame_free(picture);
            }
        }
    }

    private static MemorySegment withSlack(PixelBlock block) {
        return MemorySegment.ofAddress(block.pixels().address())
                .reinterpret(block.pixels().byteSize() + PixelBlock.SLACK);
    }

    private static AVFrame grey(String format, int width) {
        AVFrame picture = avutil.av_frame_alloc();
        picture.width(width).height(HEIGHT).format(avutil.av_get_pix_fmt(format));
        assertThat(avutil.av_frame_get_buffer(picture, 0)).isZero();
        for (int plane = 0; plane <= ALPHA_PLANE; plane++) {
            if (picture.data(plane) != null) {
                long rows = format.matches("yuva?420p|nv12") && (plane == 1 || plane == 2) ? HEIGHT / 2 : HEIGHT;
                Pointer.memset(picture.data(plane), plane == ALPHA_PLANE ? 0xFF : GREY, picture.linesize(plane) * rows);
            }
        }
        return picture;
    }

    private static void assertGrey(PixelBlock block) {
        for (long at = 0; at < block.pixels().byteSize(); at += Integer.BYTES) {
            int bgra = block.pixels().get(ValueLayout.JAVA_INT, at);
            assertThat(bgra >>> 24).as("alpha, width %d, byte %d", block.width(), at).isEqualTo(0xFF);
            for (int shift = 0; shift < 24; shift += 8) {
                assertThat(bgra >> shift & 0xFF).as("width %d, byte %d", block.width(), at).isBetween(GREY - 4,
                        GREY + 4);
            }
        }
    }
}
