package org.posescope.draw.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.draw.HudFigures;
import org.posescope.draw.Layers;
import org.posescope.draw.Overlay;
import org.posescope.draw.OverlayLayer;
import org.posescope.draw.raster.Canvas;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;

class ComposerTest {
    private static final int OPAQUE = 0xFF000000;
    private static final OverlayLayer NOTHING = (canvas, people, micros, figures) -> {};
    private static final Overlay OVERLAY = Overlay.of(Layers.DEFAULT, NOTHING, NOTHING);

    /** Columns of black and grey 0x40, so that means are 0x20. */
    private static Frame striped(FramePool pool, int width, int height) {
        Frame frame = new Frame(pool.acquire(width, height), 3, 120_000, 0);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                frame.pixels().setAtIndex(ValueLayout.JAVA_INT, (long) y * width + x,
                        OPAQUE | (x % 2 == 0 ? 0 : 0x404040));
            }
        }
        return frame;
    }

    @Test
    void a_picture_beside_the_3d_view_is_made_smaller_to_the_most_lines() {
        try (FramePool pool = new FramePool();
                Composer composer = new Composer(View.SIDE_BY_SIDE, () -> OVERLAY, Optional.empty(), Optional.empty(),
                        32);
                Frame frame = striped(pool, 96, 64);
                Frame picture = composer.compose(frame, List.of(), HudFigures.NONE)) {
            assertThat(picture.width()).isEqualTo(96);
            assertThat(picture.height()).isEqualTo(32);
            assertThat(picture.index()).isEqualTo(3);
            Canvas canvas = Canvas.on(picture);
            for (int x = 0; x < 48; x++) {
                assertThat(canvas.pixel(x, x % 32)).isEqualTo(OPAQUE | 0x202020);
            }
        }
    }

    @Test
    void a_picture_that_is_small_enough_keeps_its_pixels() {
        try (FramePool pool = new FramePool();
                Composer composer = new Composer(View.SIDE_BY_SIDE, () -> OVERLAY, Optional.empty(), Optional.empty(),
                        1080);
                Frame frame = striped(pool, 96, 64);
                Frame picture = composer.compose(frame, List.of(), HudFigures.NONE)) {
            assertThat(picture.width()).isEqualTo(192);
            assertThat(picture.height()).isEqualTo(64);
            assertThat(Canvas.on(picture).pixel(1, 0)).isEqualTo(OPAQUE | 0x404040);
        }
    }
}
