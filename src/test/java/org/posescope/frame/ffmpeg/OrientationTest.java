package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;

import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
    /** FFmpeg's own matrices for clockwise rotations. */
    @ParameterizedTest
    @CsvSource({"0, false, false, false", "90, true, true, false", "-90, true, false, true", "180, false, true, true",
        "80, true, true, false", "10, false, false, false"})
    void angles_are_taken_to_the_nearest_right_angle(double angle, boolean transposed, boolean mirrored,
            boolean flipped) {
        int[] matrix = new int[9];
        avutil.av_display_rotation_set(matrix, angle);
        assertThat(Orientation.ofMatrix(IntBuffer.wrap(matrix)))
                .isEqualTo(new Orientation(transposed, mirrored, flipped));
    }
}
