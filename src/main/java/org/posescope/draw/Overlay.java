package org.posescope.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.draw.raster.Canvas;
import org.posescope.pose.Person;

/** Draws people over their picture, layer by layer. Used by one thread at a time. */
public final class Overlay {
    private final List<Sheet> sheets;
    private final boolean mirrored;

    /**
     * A layer in both its forms.
     *
     * @param plain    draws over the picture as it is
     * @param inMirror draws over it turned left for right, so that what is written can be read; empty: it is drawn before it is turned
     */
    private record Sheet(OverlayLayer plain, Optional<OverlayLayer> inMirror) {}

    /** Layers in the order in which they are drawn. */
    public Overlay(List<OverlayLayer> layers) {
        this(layers.stream().map(layer -> new Sheet(layer, Optional.empty())).toList(), false);
    }

    private Overlay(List<Sheet> sheets, boolean mirrored) {
        this.sheets = List.copyOf(sheets);
        this.mirrored = mirrored;
    }

    /**
     * The layers of the given names that are flat. {@link Layer#MESH} and {@link Layer#JOINTS3D} draw nothing here, because they
     * need a camera; see {@link #of(Layers, OverlayLayer, OverlayLayer)}.
     */
    public static Overlay of(Layers shown) {
        OverlayLayer nothing = (canvas, people, ptsMicros, figures) -> {};
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
        List<Sheet> sheets = new ArrayList<>();
        boolean figured = shown.contains(Layer.HUD);
        for (Layer layer : shown.shown()) {
            sheets.add(switch (layer) {
                case MESH -> new Sheet(mesh, Optional.empty());
                case JOINTS3D -> new Sheet(joints3d, Optional.empty());
                case BOXES, SKELETON, FACE, HANDS, LABELS, IDS, HUD -> new Sheet(
                        onPixels(flat.get(layer), names, figured, false),
                        Optional.of(onPixels(flat.get(layer), names, figured, true)));
            });
        }
        return new Overlay(sheets, false);
    }

    /** The same layers, and one that always lies above them. */
    public Overlay with(FlatLayer above) {
        List<Sheet> all = new ArrayList<>(sheets);
        all.add(new Sheet(onPixels(above, PersonNames.NUMBERS, true, false),
                Optional.of(onPixels(above, PersonNames.NUMBERS, true, true))));
        return new Overlay(all, mirrored);
    }

    /** @param figured whether the figures of the run are shown, by whatever layer */
    private static OverlayLayer onPixels(FlatLayer layer, PersonNames names, boolean figured, boolean inMirror) {
        return (canvas, people, ptsMicros, figures) -> layer.draw(new PixelBrush(canvas),
                OverlayScene.ofPicture(canvas.width(), canvas.height(), people, figured ? figures : HudFigures.NONE,
                        names, inMirror));
    }

    /** The same layers over a picture that it turns left for right, as a mirror shows it, or not. What is written can be read. */
    public Overlay mirrored(boolean wanted) {
        return new Overlay(sheets, wanted);
    }

    /**
     * Draws all layers over the canvas.
     *
     * @param canvas    as large as the frame that the people were found in
     * @param ptsMicros of that frame
     */
    public void draw(Canvas canvas, List<Person> people, long ptsMicros, HudFigures figures) {
        boolean turned = false;
        for (Sheet sheet : sheets) {
            boolean wanted = mirrored && sheet.inMirror().isPresent();
            if (wanted != turned) {
                canvas.mirror();
                turned = wanted;
            }
            sheet.inMirror().filter(any -> wanted).orElse(sheet.plain()).draw(canvas, people, ptsMicros, figures);
        }
        if (turned != mirrored) {
            canvas.mirror();
        }
    }
}
