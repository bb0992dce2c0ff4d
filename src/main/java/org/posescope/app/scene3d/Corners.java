package org.posescope.app.scene3d;

import java.util.List;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Puts the pane's controls into its corners; where it is too narrow for two in a row, the right one goes up. */
final class Corners extends Pane {
    private static final double MARGIN = 12;
    private static final double GAP = 8;

    private final Region upperLeft;
    private final Region upperRight;
    private final Region lowerLeft;
    private final Region lowerRight;

    Corners(Region upperLeft, Region upperRight, Region lowerLeft, Region lowerRight) {
        this.upperLeft = upperLeft;
        this.upperRight = upperRight;
        this.lowerLeft = lowerLeft;
        this.lowerRight = lowerRight;
        getChildren().addAll(List.of(upperLeft, upperRight, lowerLeft, lowerRight));
        setPickOnBounds(false);
        setMinSize(0, 0);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        List.of(upperLeft, upperRight, lowerLeft, lowerRight).forEach(corner -> {
            double allowed = Math.min(Math.min(corner.prefWidth(-1), corner.maxWidth(-1)),
                    Math.max(0, width - 2 * MARGIN));
            corner.resize(allowed, corner.prefHeight(allowed));
        });
        upperLeft.relocate(MARGIN, MARGIN);
        upperRight.relocate(width - MARGIN - upperRight.getWidth(), MARGIN);
        double bottom = height - MARGIN - lowerLeft.getHeight();
        lowerLeft.relocate(MARGIN, bottom);
        boolean narrow = lowerLeft.getWidth() + lowerRight.getWidth() + GAP + 2 * MARGIN > width;
        if (narrow) {
            lowerRight.relocate(MARGIN, bottom - GAP - lowerRight.getHeight());
        } else {
            lowerRight.relocate(width - MARGIN - lowerRight.getWidth(), bottom);
        }
    }
}
