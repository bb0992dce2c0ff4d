package org.posescope.app.main;

import java.util.function.Consumer;

import org.posescope.app.keys.Action;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** Gives keys to the window before any control sees them, except where the user writes or chooses something. FX thread. */
final class KeyHandling {
    private KeyHandling() {}

    static void install(Scene scene, Consumer<Action> perform) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> Action.of(event)
                .filter(action -> action == Action.DISMISS || !isBusy(scene.getFocusOwner())).ifPresent(action -> {
                    event.consume();
                    perform.accept(action);
                }));
    }

    private static boolean isBusy(Node focused) {
        return focused instanceof TextInputControl || focused instanceof ComboBoxBase<?>
                || focused instanceof Spinner<?>;
    }
}
