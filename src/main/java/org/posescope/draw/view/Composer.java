package org.posescope.draw.view;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.posescope.body.WorldFrame;
import org.posescope.draw.HudFigures;
import org.posescope.draw.Overlay;
import org.posescope.draw.raster.Canvas;
import org.posescope.draw.scene.BodyMeshes;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.pose.Person;

/** Makes the pictures of a recording out of frames and the people in them. Used by one thread at a time. */
public final class Composer implements AutoCloseable {
    private final View view;
    private final Supplier<Overlay> overlay;
    private final Optional<? extends BodyMeshes> bodies;
    private final Optional<WorldFrame> world;
    private final int mostLines;
    private final FramePool pool = new FramePool();
    private Optional<PeopleScene> scene = Optional.empty();

    /**
     * @param overlay   drawn over the frame, asked for each one
     * @param bodies    of the 3D scene; empty: it shows joints and bones
     * @param world     that the 3D scene shows, with its floor; empty: upright, on the floor that people are found to stand on
     * @param mostLines height that pictures with the 3D scene have at most, pixels
     */
    public Composer(View view, Supplier<Overlay> overlay, Optional<? extends BodyMeshes> bodies,
            Optional<WorldFrame> world, int mostLines) {
        this.mostLines = mostLines;
        this.view = view;
        this.overlay = overlay;
        this.bodies = bodies;
        this.world = world;
    }

    /**
     * The picture of a frame, to be closed by the caller: the frame itself, drawn over, or a new one of the same time.
     *
     * @param frame whose pixels the caller alone holds
     */
    public Frame compose(Frame frame, List<Person> people, HudFigures figures) {
        if (view.hasPicture()) {
            overlay.get().draw(Canvas.on(frame), people, frame.ptsMicros(), figures);
        }
        if (!view.hasScene()) {
            return frame.retain();
        }
        int height = Math.min(mostLines, frame.height());
        int width = width(frame.width(), frame.height(), height);
        Frame picture = frame.showing(pool.acquire(view.width(width), height));
        Canvas canvas = Canvas.on(picture);
        if (view.hasPicture() && height == frame.height()) {
            copy(frame, picture);
        } else if (view.hasPicture()) {
            Shrink.into(picture, frame, width);
        }
        sceneOf(width, height).draw(canvas.part(canvas.width() - width, 0, width, height), people, frame.ptsMicros());
        return picture;
    }

    /** How wide the picture of a frame is that is made so high; a scene beside it is as wide again. */
    public static int width(int frameWidth, int frameHeight, int lines) {
        return Math.max(1, (int) Math.round((double) frameWidth * lines / frameHeight));
    }

    /** Frees the memory of pictures that nobody holds any more, and of the others with their last holder. */
    @Override
    public void close() {
        pool.close();
    }

    private static void copy(Frame frame, Frame picture) {
        for (int y = 0; y < frame.height(); y++) {
            MemorySegment.copy(frame.pixels(), (long) y * frame.stride(), picture.pixels(),
                    (long) y * picture.stride(), frame.stride());
        }
    }

    private PeopleScene sceneOf(int width, int height) {
        PeopleScene fitting = scene.filter(each -> each.width() == width && each.height() == height)
                .orElseGet(() -> new PeopleScene(width, height, bodies, world));
        scene = Optional.of(fitting);
        return fitting;
    }
}
