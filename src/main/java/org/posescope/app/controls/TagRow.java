package org.posescope.app.controls;

import java.util.List;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * Tags from left to right. Where there is too little room for all, those that matter most have as much as they would like, and the others
 * what is left of it; what is left may be nothing. FX thread.
 */
public final class TagRow extends HBox {
    /** Too little to read anything. */
    private static final double LEAST = 36;

    private final List<Region> byWeight;

    /**
     * @param tags     from left to right
     * @param byWeight the same, the one first that matters most
     */
    public TagRow(List<Region> tags, List<Region> byWeight) {
        this.byWeight = List.copyOf(byWeight);
        getChildren().setAll(tags);
        getStyleClass().add("tags");
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double height = Math.max(0, getHeight() - insets.getTop() - insets.getBottom());
        double room = getWidth() - insets.getLeft() - insets.getRight();
        for (Region tag : byWeight) {
            double width = tag.isManaged() ? Math.min(snapSizeX(tag.prefWidth(-1)), room) : 0;
            double given = width < Math.min(LEAST, tag.prefWidth(-1)) ? 0 : width;
            tag.resize(given, Math.min(height, tag.prefHeight(given)));
            tag.setOpacity(given > 0 ? 1 : 0);
            room -= given > 0 ? given + getSpacing() : 0;
        }
        double x = insets.getLeft();
        for (Node tag : getChildren()) {
            tag.relocate(x, insets.getTop());
            x += tag.getLayoutBounds().getWidth() > 0 ? tag.getLayoutBounds().getWidth() + getSpacing() : 0;
        }
    }
}
