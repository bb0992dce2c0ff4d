package org.posescope.app.main;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Picture and 3D view side by side, or one of them alone. FX thread. */
final class Panes extends SplitPane {
    private final Node picture;
    private final Node scene;
    private double divider;

    Panes(Node picture, Node scene, double divider) {
        this.picture = picture;
        this.scene = scene;
        this.divider = divider;
        both();
    }

    private void both() {
        getItems().setAll(List.of(picture, scene));
        setDividerPositions(divider);
    }

    void togglePicture() {
        toggle(picture);
    }

    void toggleScene() {
        toggle(scene);
    }

    /** Gives one pane all the room, or shows both again. */
    private void toggle(Node pane) {
        if (getItems().size() == 1 && getItems().contains(pane)) {
            both();
        } else {
            divider = divider();
            getItems().setAll(List.of(pane));
        }
    }

    /** 0..1, share of the picture while both are seen. */
    double divider() {
        return getDividerPositions().length == 0 ? divider : getDividerPositions()[0];
    }
}
