package org.posescope.app.keys;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.input.MouseEvent;

/** A click beside all controls takes the keyboard from the control that had it. FX thread. */
public final class ClickFocus {
    private ClickFocus() {}

    /** @param area in which clicks count; the keyboard goes to the root of its scene */
    public static void install(Parent area) {
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() instanceof Node clicked && !withinControl(clicked)) {
                area.getScene().getRoot().requestFocus();
            }
        });
    }

    private static boolean withinControl(Node clicked) {
        for (Node node = clicked; node != null; node = node.getParent()) {
            if (node instanceof Control control && control.isFocusTraversable()) {
                return true;
            }
        }
        return false;
    }
}
