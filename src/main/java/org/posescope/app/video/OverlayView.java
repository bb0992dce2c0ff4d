package org.posescope.app.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.posescope.draw.FlatLayer;
import org.posescope.draw.Layer;
import org.posescope.draw.Layers;
import org.posescope.draw.OverlayScene;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;

/** The flat layers on one canvas, because each has a picture of the pane's size to keep and to lay over the others. FX thread. */
final class OverlayView {
    /** From the lowest; the figures of the run have a place of their own in the window. */
    private static final List<Layer> LAYERS = List.of(Layer.BOXES, Layer.SKELETON, Layer.FACE, Layer.HANDS,
            Layer.LABELS, Layer.IDS);

    private final Map<Layer, FlatLayer> layers = FlatLayer.all();
    private final List<FlatLayer> always = new ArrayList<>();
    private final Canvas canvas = new Canvas();
    private final GraphicsBrush brush = new GraphicsBrush(canvas.getGraphicsContext2D());

    OverlayView() {
        canvas.setMouseTransparent(true);
        canvas.setManaged(false);
    }

    Node node() {
        return canvas;
    }

    /** The pane has another size; what was drawn is gone. */
    void resize(double width, double height) {
        canvas.setWidth(width);
        canvas.setHeight(height);
    }

    /** Adds a layer above the others that cannot be hidden. */
    void add(FlatLayer layer) {
        always.add(layer);
    }

    void draw(OverlayScene scene, Layers shown) {
        brush.clear();
        LAYERS.stream().filter(shown::contains).forEach(layer -> layers.get(layer).draw(brush, scene));
        always.forEach(layer -> layer.draw(brush, scene));
    }
}
