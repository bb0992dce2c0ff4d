package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Region;
import org.posescope.model.InputSpec;

class SourceWindowTest {
    private static final InputSpec INPUT = new InputSpec("x", 16, 16, InputSpec.Layout.NCHW, InputSpec.ColorOrder.RGB,
            List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));

    /** The frame has 101 x 83 pixels. */
    @ParameterizedTest
    @CsvSource({"plain, 50, 40, 16, 16, 0, 41, 31, 18, 18, 0",
        "below twice the input, 50, 40, 31, 31, 0, 33, 23, 34, 34, 0",
        "twice the input, 50, 40, 32, 32, 0, 32, 22, 36, 36, 1",
        "moved by a pixel inside the same blocks, 51, 41, 32, 32, 0, 32, 22, 38, 38, 1",
        "wide only, 50, 40, 90, 16, 0, 4, 31, 92, 18, 0",
        "turned by a quarter, 50.5, 40.5, 32, 64, 1.5707963, 16, 22, 70, 38, 1",
        "mirrored, 50, 40, -32, 32, 0, 32, 22, 36, 36, 1",
        "the whole frame and more, 50, 40, 400, 400, 0, 0, 0, 96, 80, 4",
        "more halvings than the frame has, 50, 40, 4000, 4000, 0, 0, 0, 64, 64, 6",
        "left of the frame, -900, 40, 32, 32, 0, 0, 22, 2, 36, 1",
        "below the frame, 50, 900, 32, 32, 0, 32, 80, 36, 2, 1"})
    void the_window_holds_whole_blocks_around_the_region(String name, float x, float y, float width, float height,
            float rotation, int left, int top, int windowWidth, int windowHeight, int halvings) {
        SourceWindow window = SourceWindow.of(new Region(x, y, width, height, rotation), INPUT, 101, 83);

        assertThat(window).as(name).isEqualTo(new SourceWindow(left, top, windowWidth, windowHeight, halvings));
    }
}
