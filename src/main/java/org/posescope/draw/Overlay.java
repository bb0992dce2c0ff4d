package org.posescope.draw;

import java.util.ArrayList;
import java.util.List;

import org.posescope.draw.raster.Canvas;
import org.posescope.draw.text.FontCache;
import org.posescope.draw.text.Typeface;
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
        FontCache medium = new FontCache(Typeface.medium());
        FontCache bold = new FontCache(Typeface.bold());
        List<OverlayLayer> layers = new ArrayList<>();
        for (Layer layer : shown.shown()) {
            layers.add(switch (layer) {
                case MESH -> mesh;
                case JOINTS3D -> joints3d;
                case BOXES -> new BoxLayer();
                case SKELETON -> new SkeletonLayer();
                case LABELS -> new LabelLayer(medium);
                case IDS -> new IdLayer(bold, medium);
                case HUD -> new HudLayer(bold, medium);
            });
        }
        return new Overlay(layers);
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
