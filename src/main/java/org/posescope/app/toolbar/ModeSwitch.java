package org.posescope.app.toolbar;

import java.util.function.Consumer;

import org.posescope.app.controls.Buttons;
import org.posescope.pipeline.metrics.Mode;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Two joined buttons, one for each mode. FX thread. */
final class ModeSwitch extends HBox {
    private final Consumer<Mode> chosen;

    ModeSwitch(ObservableValue<Mode> mode, Consumer<Mode> chosen) {
        this.chosen = chosen;
        getStyleClass().add("mode-switch");
        getChildren().addAll(
                button(mode, Mode.MIN_LATENCY, "Min latency", "One frame at a time, all threads on it (Tab)"),
                button(mode, Mode.ASYNC, "Async", "Several frames at a time, more of them a second (Tab)"));
    }

    private ToggleButton button(ObservableValue<Mode> mode, Mode own, String text, String hint) {
        ToggleButton button = new ToggleButton(text);
        button.setId("mode-" + own.label());
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        Buttons.hint(button, hint);
        mode.subscribe(now -> button.setSelected(now == own));
        button.setOnAction(event -> {
            // A second click would leave neither chosen.
            button.setSelected(true);
            chosen.accept(own);
        });
        return button;
    }
}
