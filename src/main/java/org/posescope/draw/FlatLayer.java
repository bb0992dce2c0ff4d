package org.posescope.draw;

import java.util.EnumMap;
import java.util.Map;

import org.posescope.draw.text.FontCache;
import org.posescope.draw.text.Typeface;

/** One kind of drawing over a picture that needs no camera, the same on pixels and in the window. Used by one thread at a time. */
public interface FlatLayer {
    void draw(Brush brush, OverlayScene scene);

    /** One of each kind: all but {@link Layer#MESH} and {@link Layer#JOINTS3D}. */
    static Map<Layer, FlatLayer> all() {
        FontCache medium = new FontCache(Typeface.medium());
        FontCache bold = new FontCache(Typeface.bold());
        HudLayer hud = new HudLayer(bold, medium);
        return new EnumMap<>(Map.of(Layer.BOXES, new BoxLayer(), Layer.SKELETON, new SkeletonLayer(), Layer.FACE,
                new FaceLayer(), Layer.HANDS, new HandLayer(), Layer.LABELS, new LabelLayer(medium), Layer.IDS,
                new IdLayer(bold, medium, hud), Layer.HUD, hud));
    }
}
