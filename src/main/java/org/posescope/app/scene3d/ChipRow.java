package org.posescope.app.scene3d;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/** Chips beside each other, as wide as they are in one row, and in more rows where they are given less. */
final class ChipRow extends FlowPane {
    ChipRow() {
        getStyleClass().add("scene-chips");
        setMinSize(0, 0);
        setPickOnBounds(false);
    }

    @Override
    protected double computePrefWidth(double height) {
        double chips = getManagedChildren().stream().mapToDouble(each -> snapSizeX(each.prefWidth(-1))).sum();
        long gaps = Math.max(0, getManagedChildren().stream().filter(Node::isManaged).count() - 1);
        return snappedLeftInset() + chips + gaps * snapSpaceX(getHgap()) + snappedRightInset();
    }
}
