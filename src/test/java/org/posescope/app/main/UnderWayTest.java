package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import javafx.beans.property.SimpleBooleanProperty;

class UnderWayTest {
    private final SimpleBooleanProperty export = new SimpleBooleanProperty();
    private final SimpleBooleanProperty rendering = new SimpleBooleanProperty();
    private final SimpleBooleanProperty recording = new SimpleBooleanProperty();
    private final UnderWay underWay = new UnderWay(export, rendering, recording);

    @Test
    void what_would_end_with_the_window_is_said() {
        assertThat(underWay.sentence()).isEmpty();

        export.set(true);
        recording.set(true);
        assertThat(underWay.sentence()).contains("An export is under way; closing the window cancels it. "
                + "A recording is under way; closing the window ends and saves it.");
        export.set(false);
        recording.set(false);
        rendering.set(true);
        assertThat(underWay.sentence()).contains("A video is being rendered; closing the window cancels it.");
    }
}
