package org.posescope.app.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;

/** Groups of buttons that the keyboard goes through: from group to group, and from button to button in one. FX thread. */
final class FocusAreas {
    private final List<Parent> areas;

    /** @param areas in the order in which they are gone through */
    FocusAreas(List<Parent> areas) {
        this.areas = List.copyOf(areas);
    }

    /** Goes to the first button of the next group that has any. */
    void next(Scene scene) {
        int from = areaOf(scene.getFocusOwner()).map(areas::indexOf).orElse(-1);
        for (int i = 1; i <= areas.size(); i++) {
            List<Control> buttons = buttons(areas.get((from + i) % areas.size()));
            if (!buttons.isEmpty()) {
                buttons.getFirst().requestFocus();
                return;
            }
        }
    }

    /** Goes to another button of the group. */
    void move(Scene scene, int steps) {
        areaOf(scene.getFocusOwner()).ifPresent(area -> {
            List<Control> buttons = buttons(area);
            int now = buttons.indexOf(scene.getFocusOwner());
            buttons.get(Math.floorMod(now + steps, buttons.size())).requestFocus();
        });
    }

    /** Whether the keyboard is at a button of a group. */
    boolean contain(Node focused) {
        return areaOf(focused).isPresent();
    }

    private Optional<Parent> areaOf(Node focused) {
        return areas.stream().filter(area -> buttons(area).contains(focused)).findFirst();
    }

    private static List<Control> buttons(Parent area) {
        List<Control> found = new ArrayList<>();
        collect(area, found);
        return found;
    }

    private static void collect(Node node, List<Control> found) {
        if (!node.isVisible() || !node.isManaged() || node.isDisabled()) {
            return;
        }
        if (node instanceof Control control && (node instanceof ButtonBase || node instanceof ComboBoxBase<?>)) {
            found.add(control);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
