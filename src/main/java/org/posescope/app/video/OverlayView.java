package org.posescope.app.video;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.posescope.draw.FlatLayer;
import org.posescope.draw.Layer;
import org.posescope.draw.Layers;
import org.posescope.draw.OverlayScene;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;

/** The flat layers, each on a canvas of its own so that one can be hidden without drawing the others again. FX thread. */
final class OverlayView {
    /** The figures of the run have a place of their own in the window. */
    private static final List<Layer> LAYERS = List.of(Layer.BOXES, Layer.SKELETON, Layer.FACE, Layer.HANDS,
            Layer.LABELS, Layer.IDS);

    private final Map<Layer, Sheet> sheets = new EnumMap<>(Layer.class);
    private final List<Sheet> always = new ArrayList<>();
    private double width;
    private double height;
    private final Group root = new Group();

    private record Sheet(FlatLayer layer, Canvas canvas, GraphicsBrush brush) {
        Sheet(FlatLayer layer, Canvas canvas) {
            this(layer, canvas, new GraphicsBrush(canvas.getGraphicsContext2D()));
        }

        void draw(OverlayScene scene) {
            brush.clear();
            layer.draw(brush, scene);
        }
    }

    OverlayView() {
        Map<Layer, FlatLayer> flat = FlatLayer.all();
        LAYERS.forEach(layer -> {
            Sheet sheet = new Sheet(flat.get(layer), new Canvas());
            sheets.put(layer, sheet);
            root.getChildren().add(sheet.canvas());
        });
        root.setMouseTransparent(true);
        root.setManaged(false);
    }

    Node node() {
        return root;
    }

    /** The pane has another size; what was drawn is gone. */
    void resize(double newWidth, double newHeight) {
        this.width = newWidth;
        this.height = newHeight;
        sheets.values().forEach(this::size);
        always.forEach(this::size);
    }

    private void size(Sheet sheet) {
        sheet.canvas().setWidth(width);
        sheet.canvas().setHeight(height);
    }

    /** Adds a layer above the others that cannot be hidden. */
    void add(FlatLayer layer) {
        Sheet sheet = new Sheet(layer, new Canvas());
        size(sheet);
        always.add(sheet);
        root.getChildren().add(sheet.canvas());
    }

    void draw(OverlayScene scene, Layers shown) {
        always.forEach(sheet -> sheet.draw(scene));
        sheets.forEach((layer, sheet) -> {
            sheet.canvas().setVisible(shown.contains(layer));
            if (sheet.canvas().isVisible()) {
                sheet.draw(scene);
            }
        });
    }
}
