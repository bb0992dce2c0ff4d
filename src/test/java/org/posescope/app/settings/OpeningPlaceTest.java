package org.posescope.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.posescope.testkit.Fx;

import javafx.geometry.Rectangle2D;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Windows that do not fit into their screen. */
class OpeningPlaceTest {
    private static final Rectangle2D ROOM = new Rectangle2D(100, 30, 1280, 770);

    @Test
    void a_window_that_fits_stays_where_it_is() {
        Rectangle2D window = new Rectangle2D(120, 40, 900, 600);
        assertThat(OpeningPlace.within(window, ROOM)).isEqualTo(window);
    }

    @Test
    void what_is_too_large_is_cut_and_what_is_outside_moved() {
        assertThat(OpeningPlace.within(new Rectangle2D(-200, -300, 2560, 1400), ROOM)).isEqualTo(ROOM);
        assertThat(OpeningPlace.within(new Rectangle2D(1000, 500, 900, 600), ROOM))
                .isEqualTo(new Rectangle2D(480, 200, 900, 600));
    }

    @Test
    void a_window_that_was_closed_on_a_larger_screen_opens_within_this_one() throws Exception {
        Fx.start();
        Stage stage = Fx.call(Stage::new);
        try {
            Fx.run(() -> {
                OpeningPlace.open(stage, new StackPane(), new WindowPlace(5000, 4000, false, 0.5));
                stage.show();
            });
            Rectangle2D room = Screen.getPrimary().getVisualBounds();
            Fx.await("it is inside", () -> stage.getX() >= room.getMinX() && stage.getY() >= room.getMinY()
                    && stage.getX() + stage.getWidth() <= room.getMaxX()
                    && stage.getY() + stage.getHeight() <= room.getMaxY());
            assertThat(Fx.call(() -> stage.getScene().getWidth())).isGreaterThan(room.getWidth() * 0.9);
        } finally {
            Fx.run(stage::hide);
        }
    }
}
