package org.posescope.app.video;

import java.util.EnumMap;
import java.util.Map;

import org.posescope.draw.Layer;
import org.posescope.draw.Layers;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.text.Font;

/** The vector layers, each on a canvas of its own so that one can be hidden without drawing the others again. FX thread. */
final class OverlayView {
    private final Map<Layer, LayerPainter> painters = new EnumMap<>(Layer.class);
    private final Map<Layer, Canvas> canvases = new EnumMap<>(Layer.class);
    private final Group root = new Group();

    /** @param bold of names, {@code plain} of labels */
    OverlayView(Font bold, Font plain) {
        painters.put(Layer.BOXES, new BoxPainter());
        painters.put(Layer.SKELETON, new SkeletonPainter());
        painters.put(Layer.LABELS, new LabelPainter(plain));
        painters.put(Layer.IDS, new IdPainter(bold));
        painters.keySet().forEach(layer -> {
            Canvas canvas = new Canvas();
            canvases.put(layer, canvas);
            root.getChildren().add(canvas);
        });
        root.setMouseTransparent(true);
        root.setManaged(false);
    }

    Node node() {
        return root;
    }

    /** The pane has another size; what was drawn is gone. */
    void resize(double width, double height) {
        canvases.values().forEach(canvas -> {
            canvas.setWidth(width);
            canvas.setHeight(height);
        });
    }

    void draw(OverlayScene scene, Layers shown) {
        canvases.forEach((layer, canvas) -> {
            canvas.setVisible(shown.contains(layer));
            if (canvas.isVisible()) {
                canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
                painters.get(layer).paint(canvas.getGraphicsContext2D(), scene);
            }
        });
    }
}
