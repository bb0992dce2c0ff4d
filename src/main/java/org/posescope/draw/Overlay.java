package org.posescope.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.posescope.draw.raster.Canvas;
import org.posescope.pose.Person;

/** Draws people over their picture, layer by layer. Used by one thread at a time. */
public final class Overlay {
    private final List<OverlayLayer> layers;

    /** Layers in the order in which they are drawn. */
    public Overlay(List<OverlayLayer> layers) {
        this.layers = List.copyOf(layers);
    }

    /**
     * The layers of the given names that are flat. {@link Layer#MESH} and {@link Layer#JOINTS3D} draw nothing here, because they
     * need a camera; see {@link #of(Layers, OverlayLayer, OverlayLayer)}.
     */
    public static Overlay of(Layers shown) {
        OverlayLayer nothing = (canvas, people, figures) -> {};
        return of(shown, nothing, nothing);
    }

    /**
     * The layers of the given names.
     *
     * @param mesh     draws {@link Layer#MESH}
     * @param joints3d draws {@link Layer#JOINTS3D}
     */
    public static Overlay of(Layers shown, OverlayLayer mesh, OverlayLayer joints3d) {
        return of(shown, mesh, joints3d, PersonNames.NUMBERS);
    }

    /** As above with names of people. */
    public static Overlay of(Layers shown, OverlayLayer mesh, OverlayLayer joints3d, PersonNames names) {
        Map<Layer, FlatLayer> flat = FlatLayer.all();
        List<OverlayLayer> layers = new ArrayList<>();
        for (Layer layer : shown.shown()) {
            layers.add(switch (layer) {
                case MESH -> mesh;
                case JOINTS3D -> joints3d;
                case BOXES, SKELETON, FACE, HANDS, LABELS, IDS, HUD -> onPixels(flat.get(layer), names);
            });
        }
        return new Overlay(layers);
    }

    /** The same layers, and one that always lies above them. */
    public Overlay with(FlatLayer above) {
        List<OverlayLayer> all = new ArrayList<>(layers);
        all.add(onPixels(above, PersonNames.NUMBERS));
        return new Overlay(all);
    }

    private static OverlayLayer onPixels(FlatLayer layer, PersonNames names) {
        return (canvas, people, figures) -> layer.draw(new PixelBrush(canvas),
                OverlayScene.ofPicture(canvas.width(), canvas.height(), people, figures, names));
    }

    /**
     * Draws all layers over the canvas.
     *
     * @param canvas as large as the frame that the people were found in
     */
    public void draw(Canvas canvas, List<Person> people, HudFigures figures) {
        for (OverlayLayer layer : layers) {
            layer.draw(canvas, people, figures);
        }
    }
}
