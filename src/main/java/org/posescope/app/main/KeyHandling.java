package org.posescope.app.main;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
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
    private static final Set<Action> ALWAYS = EnumSet.of(Action.DISMISS, Action.FULL_SCREEN, Action.SETTINGS);

    private KeyHandling() {}

    /**
     * @param controlled whether a page with controls is open, which need the keys to move among them
     * @param perform    told of everything else
     */
    static void install(Scene scene, BooleanSupplier controlled, Consumer<Action> perform) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> Action.of(event)
                .filter(action -> ALWAYS.contains(action)
                        || (!controlled.getAsBoolean() && !isBusy(scene.getFocusOwner())))
                .ifPresent(action -> {
                    event.consume();
                    perform.accept(action);
                }));
    }

    private static boolean isBusy(Node focused) {
        return focused instanceof TextInputControl || focused instanceof ComboBoxBase<?>
                || focused instanceof Spinner<?>;
    }
}
