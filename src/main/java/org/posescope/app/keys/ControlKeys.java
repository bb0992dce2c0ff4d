package org.posescope.app.keys;

import java.util.EnumSet;
import java.util.Set;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Which keys a control needs that the keyboard is at, where all others are for the window. */
public final class ControlKeys {
    private static final Set<KeyCode> OPEN = EnumSet.of(KeyCode.SPACE, KeyCode.UP, KeyCode.DOWN);
    private static final Set<KeyCode> SLIDE = EnumSet.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN,
            KeyCode.HOME, KeyCode.END);

    private ControlKeys() {}

    /** Whether a key does something with a control of a page, or goes on to the next one. FX thread. */
    public static boolean need(Node focused, KeyEvent event) {
        KeyCode key = event.getCode();
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        return key == KeyCode.TAB || (!event.isShiftDown() && switch (focused) {
            case Slider _ -> SLIDE.contains(key);
            case ComboBoxBase<?> _ -> OPEN.contains(key);
            case ButtonBase _ -> key == KeyCode.SPACE;
            case ToggleSwitch _ -> key == KeyCode.SPACE;
            default -> false;
        });
    }
}
