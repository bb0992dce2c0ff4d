package org.posescope.app.scene3d;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;

import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.scene.OrbitCamera;

/** A small cross that shows how the world's axes lie; the arm that points towards the user is in front. */
final class AxesCompass {
    private static final double SIZE = 64;
    private static final double ARM = 20;
    private static final double NAME = 1.38;
    private static final double FAINTEST = 0.45;

    private final Pane pane = new Pane();
    private final List<Arm> arms = List.of(new Arm("x", 1, 0, 0), new Arm("y", 0, 1, 0), new Arm("z", 0, 0, 1));

    AxesCompass() {
        pane.getStyleClass().add("scene-compass");
        pane.setPrefSize(SIZE, SIZE);
        pane.setMinSize(SIZE, SIZE);
        pane.setMouseTransparent(true);
        show();
    }

    Region node() {
        return pane;
    }

    void look(OrbitCamera orbit) {
        RigidTransform view = orbit.view();
        arms.forEach(arm -> arm.look(view));
        show();
    }

    private void show() {
        List<Node> backToFront = new ArrayList<>();
        arms.stream().sorted(Comparator.comparingDouble(Arm::away).reversed())
                .forEach(arm -> backToFront.addAll(List.of(arm.line, arm.text)));
        if (!pane.getChildren().equals(backToFront)) {
            pane.getChildren().setAll(backToFront);
        }
    }

    private static final class Arm {
        private final float x;
        private final float y;
        private final float z;
        private final Line line = new Line(SIZE / 2, SIZE / 2, SIZE / 2, SIZE / 2);
        private final Text text;
        private double away;

        Arm(String name, float x, float y, float z) {
            this.x = x;
            this.y = y;
            this.z = z;
            text = new Text(name);
            line.getStyleClass().add("arm-" + name);
            text.getStyleClass().add("name-" + name);
        }

        /** How far its end points away from the user, -1..1. */
        double away() {
            return away;
        }

        void look(RigidTransform view) {
            double right = ARM * view.turnX(x, y, z);
            double down = ARM * view.turnY(x, y, z);
            away = view.turnZ(x, y, z);
            line.setEndX(SIZE / 2 + right);
            line.setEndY(SIZE / 2 + down);
            text.setX(SIZE / 2 + NAME * right - text.getLayoutBounds().getWidth() / 2);
            text.setY(SIZE / 2 + NAME * down + text.getBaselineOffset() / 3);
            double opacity = 1 - (1 - FAINTEST) * (away + 1) / 2;
            line.setOpacity(opacity);
            text.setOpacity(opacity);
        }
    }
}
