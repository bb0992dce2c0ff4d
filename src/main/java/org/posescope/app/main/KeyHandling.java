package org.posescope.app.main;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.posescope.app.keys.Action;
import org.posescope.app.keys.ControlKeys;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Gives keys to the window before any control sees them, except where the user writes or chooses something, or went to a button with the
 * keyboard. FX thread.
 */
final class KeyHandling {
    private static final Set<Action> ALWAYS = EnumSet.of(Action.DISMISS, Action.FULL_SCREEN, Action.SETTINGS);

    private final Scene scene;
    private final FocusAreas areas;
    private final BooleanSupplier controlled;
    private final Predicate<Node> beside;
    private final Consumer<Action> perform;

    private KeyHandling(Scene scene, FocusAreas areas, BooleanSupplier controlled, Predicate<Node> beside,
            Consumer<Action> perform) {
        this.scene = scene;
        this.areas = areas;
        this.controlled = controlled;
        this.beside = beside;
        this.perform = perform;
    }

    /**
     * @param areas      that the keyboard goes through
     * @param controlled whether a page with controls covers the panes, which need the keys to move among them
     * @param beside     whether a control is of the page beside the panes, which leaves all keys to the window that the control does not
     *                       need
     * @param perform    told of everything else
     */
    static void install(Scene scene, FocusAreas areas, BooleanSupplier controlled, Predicate<Node> beside,
            Consumer<Action> perform) {
        KeyHandling handling = new KeyHandling(scene, areas, controlled, beside, perform);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, handling::pressed);
    }

    private void pressed(KeyEvent event) {
        Node focused = scene.getFocusOwner();
        if (event.getCode() == KeyCode.ESCAPE && isBusy(focused) && !controlled.getAsBoolean()
                && !beside.test(focused)) {
            event.consume();
            scene.getRoot().requestFocus();
            return;
        }
        boolean listIsOpen = (focused instanceof ComboBoxBase<?> list && list.isShowing())
                || (focused instanceof MenuButton menu && menu.isShowing());
        if (listIsOpen || (beside.test(focused) && ControlKeys.need(focused, event))
                || (areas.contain(focused) && atButton(event))) {
            return;
        }
        Action.of(event).filter(action -> ALWAYS.contains(action)
                || (!controlled.getAsBoolean() && !isBusy(scene.getFocusOwner()))).ifPresent(action -> {
                    event.consume();
                    perform.accept(action);
                });
    }

    /** Whether the key belongs to the button that the keyboard is at. */
    private boolean atButton(KeyEvent event) {
        KeyCode key = event.getCode();
        if (key == KeyCode.ESCAPE) {
            event.consume();
            scene.getRoot().requestFocus();
        } else if (event.isShiftDown() || event.isShortcutDown()) {
            return false;
        } else if (key == KeyCode.LEFT || key == KeyCode.RIGHT) {
            event.consume();
            areas.move(scene, key == KeyCode.LEFT ? -1 : 1);
        } else {
            boolean opens = key == KeyCode.UP || key == KeyCode.DOWN;
            return key == KeyCode.SPACE || key == KeyCode.ENTER || (opens && hasList(scene.getFocusOwner()));
        }
        return true;
    }

    private static boolean hasList(Node focused) {
        return focused instanceof MenuButton || focused instanceof ComboBoxBase<?>;
    }

    private static boolean isBusy(Node focused) {
        return focused instanceof TextInputControl || focused instanceof Spinner<?>;
    }
}
