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
     * The built-in layers of the given names. {@link Layer#MESH} draws nothing here, because meshes need a body model; see
     * {@link #of(Layers, OverlayLayer)}.
     */
    public static Overlay of(Layers shown) {
        return of(shown, (canvas, people, figures) -> {});
    }

    /** The layers of the given names, with {@code mesh} as what draws {@link Layer#MESH}. */
    public static Overlay of(Layers shown, OverlayLayer mesh) {
        FontCache medium = new FontCache(Typeface.medium());
        FontCache bold = new FontCache(Typeface.bold());
        List<OverlayLayer> layers = new ArrayList<>();
        for (Layer layer : shown.shown()) {
            layers.add(switch (layer) {
                case MESH -> mesh;
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
