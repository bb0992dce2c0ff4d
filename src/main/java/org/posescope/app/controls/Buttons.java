package org.posescope.app.controls;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Makes buttons; none takes the keyboard focus, because keys belong to the window as a whole. */
public final class Buttons {
    private static final Duration HINT_DELAY = Duration.millis(400);

    private Buttons() {}

    /** A button with only an icon, whose hint is its name for screen readers too. */
    public static Button icon(Feather icon, String hint) {
        return iconOnly(new Button(), icon, hint);
    }

    /** As {@link #icon}, with two states. */
    public static ToggleButton iconToggle(Feather icon, String hint) {
        return iconOnly(new ToggleButton(), icon, hint);
    }

    /** A button with icon and text. */
    public static Button labelled(Feather icon, String text, String hint) {
        Button button = new Button(text, new FontIcon(icon));
        button.setFocusTraversable(false);
        hint(button, hint);
        return button;
    }

    private static <B extends ButtonBase> B iconOnly(B button, Feather icon, String hint) {
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.setFocusTraversable(false);
        button.setAccessibleText(hint);
        hint(button, hint);
        return button;
    }

    /** Says what a control does when the mouse rests on it. */
    public static void hint(Control control, String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setShowDelay(HINT_DELAY);
        control.setTooltip(tooltip);
    }
}
