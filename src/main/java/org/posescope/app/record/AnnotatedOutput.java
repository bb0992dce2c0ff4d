package org.posescope.app.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.posescope.draw.HudFigures;
import org.posescope.draw.Layers;
import org.posescope.draw.Overlay;
import org.posescope.draw.OverlayLayer;
import org.posescope.draw.raster.Canvas;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.PixelBlock;
import org.posescope.pose.Person;
import org.posescope.record.FrameOutput;
import org.posescope.record.RecordedSound;

/**
 * Draws the layers that are switched on over a copy of each frame, because the frame itself is on the screen, and hands the
 * copy to another output, which it owns. One thread at a time.
 */
final class AnnotatedOutput implements FrameOutput {
    /** Joints in space are shown by the 3D view. */
    private static final OverlayLayer NOT_IN_THE_WINDOW = (canvas, people, figures) -> {};

    private final FrameOutput output;
    private final FramePool pool;
    private final Supplier<Layers> layers;
    private final OverlayLayer mesh;
    private Optional<Drawing> drawing = Optional.empty();

    /** The drawing of a set of layers, which is kept until other layers are wanted. */
    private record Drawing(Layers layers, Overlay overlay) {}

    /**
     * @param pool   where the copies come from; stays open longer than this
     * @param layers asked for each frame
     * @param mesh   draws the bodies
     */
    AnnotatedOutput(FrameOutput output, FramePool pool, Supplier<Layers> layers, OverlayLayer mesh) {
        this.output = output;
        this.pool = pool;
        this.layers = layers;
        this.mesh = mesh;
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        PixelBlock block = pool.acquire(frame.width(), frame.height());
        block.pixels().copyFrom(frame.pixels());
        try (Frame copy = frame.showing(block)) {
            overlay().draw(Canvas.on(copy), people, HudFigures.NONE);
            output.accept(copy, people);
        }
    }

    private Overlay overlay() {
        Layers wanted = layers.get();
        Drawing current = drawing.filter(each -> each.layers().equals(wanted))
                .orElseGet(() -> new Drawing(wanted, Overlay.of(wanted, mesh, NOT_IN_THE_WINDOW)));
        drawing = Optional.of(current);
        return current.overlay();
    }

    @Override
    public String format() {
        return output.format();
    }

    @Override
    public Optional<RecordedSound> sound() {
        return output.sound();
    }

    @Override
    public void close() {
        output.close();
    }
}
