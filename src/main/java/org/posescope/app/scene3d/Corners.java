package org.posescope.app.scene3d;

import java.util.List;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Puts the pane's controls into its corners; where it is too narrow for two in a row, the right one goes up. Where the lower ones would cover
 * too much of the pane, they are there only while that is wanted.
 */
final class Corners extends Pane {
    private static final double MARGIN = 12;
    private static final double GAP = 8;
    /** Share of the height that the lower controls may cover. */
    private static final double COVERED = 0.25;

    private final Region upperLeft;
    private final Region upperRight;
    private final Region lowerLeft;
    private final Region lowerRight;
    private final ToggleButton unfold;

    /** @param unfold shows the lower controls where there is little room; it is in their place then */
    Corners(Region upperLeft, Region upperRight, Region lowerLeft, Region lowerRight, ToggleButton unfold) {
        this.upperLeft = upperLeft;
        this.upperRight = upperRight;
        this.lowerLeft = lowerLeft;
        this.lowerRight = lowerRight;
        this.unfold = unfold;
        getChildren().addAll(List.of(upperLeft, upperRight, lowerLeft, lowerRight, unfold));
        unfold.selectedProperty().subscribe((before, now) -> requestLayout());
        setPickOnBounds(false);
        setMinSize(0, 0);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        List.of(upperLeft, upperRight, lowerLeft, lowerRight, unfold).forEach(corner -> {
            double allowed = Math.min(Math.min(corner.prefWidth(-1), corner.maxWidth(-1)),
                    Math.max(0, width - 2 * MARGIN));
            corner.resize(allowed, corner.prefHeight(allowed));
        });
        upperLeft.relocate(MARGIN, MARGIN);
        upperRight.relocate(width - MARGIN - upperRight.getWidth(), MARGIN);
        boolean narrow = lowerLeft.getWidth() + lowerRight.getWidth() + GAP + 2 * MARGIN > width;
        double covered = lowerLeft.getHeight() + (narrow ? GAP + lowerRight.getHeight() : 0);
        boolean folded = covered > COVERED * height;
        double bottom = height - MARGIN;
        unfold.setVisible(folded);
        if (folded) {
            unfold.relocate(MARGIN, bottom - unfold.getHeight());
            bottom -= unfold.getHeight() + GAP;
        }
        placeLower(bottom, narrow);
        lowerLeft.setVisible(!folded || unfold.isSelected());
        lowerRight.setVisible(lowerLeft.isVisible());
    }

    private void placeLower(double bottom, boolean narrow) {
        double top = bottom - lowerLeft.getHeight();
        lowerLeft.relocate(MARGIN, top);
        if (narrow) {
            lowerRight.relocate(MARGIN, top - GAP - lowerRight.getHeight());
        } else {
            lowerRight.relocate(getWidth() - MARGIN - lowerRight.getWidth(), bottom - lowerRight.getHeight());
        }
    }
}
