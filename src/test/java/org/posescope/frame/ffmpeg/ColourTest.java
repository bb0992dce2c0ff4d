package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.testkit.TestPicture;
import org.posescope.testkit.TestVideos;

class ColourTest {
    private static final int MATRIX_601 = avutil.AVCOL_SPC_SMPTE170M;
    private static final int MATRIX_709 = avutil.AVCOL_SPC_BT709;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
            mpeg4, yuv420p,    601, limited, 64,  48
            mpeg4, yuv420p,    601, limited, 65,  47
            ffv1,  yuv420p,    709, limited, 64,  48
            ffv1,  yuv420p,    601, full,    64,  48
            ffv1,  yuv420p,    709, full,    854, 48
            ffv1,  yuv422p,    709, limited, 64,  48
            ffv1,  yuv444p,    709, limited, 64,  48
            ffv1,  yuv444p,    601, full,    64,  48
            ffv1,  yuv420p10le, 709, limited, 64, 48
            ffv1,  yuva420p,   601, limited, 64,  48
            ffv1,  bgra,       0,   full,    64,  48
            """)
    void a_colour_survives_within_a_few_levels(String encoder, String format, String matrix, String range, int width,
            int height) {
        int[] colours = {0xFF000000, 0xFFFFFFFF, 0xFFC86432, 0xFF1E9650, 0xFF2828DC, 0xFF808080};
        int space = matrix.equals("709") ? MATRIX_709 : matrix.equals("601") ? MATRIX_601 : avutil.AVCOL_SPC_RGB;
        for (int colour : colours) {
            Path file = TestVideos.clip(width, height, 1).showing(TestPicture.flat(colour)).encodedBy(encoder, format)
                    .colours(space, range.equals("full") ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_MPEG)
                    .write(folder.resolve("colour.mkv"));
            try (FramePool pool = new FramePool();
                    VideoSource source = VideoSource.open(file, 1, pool);
                    Frame frame = source.next()) {
                int got = TestPicture.bgra(frame, 0.99, 0.99);
                assertThat(difference(got, colour)).as("%08x read as %08x", colour, got).isLessThanOrEqualTo(4);
                assertThat(got >>> 24).isEqualTo(0xFF);
            }
        }
    }

    private static int difference(int a, int b) {
        int largest = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            largest = Math.max(largest, Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)));
        }
        return largest;
    }
}
