package org.posescope.app.measure;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** The 3D view, with the page of measured angles below it while that is open. FX thread. */
public final class MeasureSplit extends SplitPane {
    private static final double SHARE = 0.38;

    private final Node scene;
    private final Node page;
    private double divider = SHARE;

    public MeasureSplit(Node scene, Node page, MeasureModel model) {
        this.scene = scene;
        this.page = page;
        setOrientation(Orientation.VERTICAL);
        getItems().setAll(scene);
        model.open().subscribe(this::show);
    }

    private void show(boolean open) {
        if (open) {
            getItems().setAll(scene, page);
            setDividerPositions(divider);
        } else if (getItems().size() > 1) {
            divider = getDividerPositions()[0];
            getItems().setAll(scene);
        }
    }
}
