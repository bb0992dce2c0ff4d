package org.posescope.app.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.posescope.draw.HudFigures;
import org.posescope.draw.Overlay;
import org.posescope.draw.OverlayLayer;
import org.posescope.draw.PersonNames;
import org.posescope.draw.angle.AngleLayer;
import org.posescope.draw.angle.AngleReading;
import org.posescope.draw.scene.BodyMeshes;
import org.posescope.draw.scene.CameraInUse;
import org.posescope.draw.scene.MeshLayer;
import org.posescope.draw.view.Composer;
import org.posescope.draw.view.View;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.PixelBlock;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;
import org.posescope.record.CameraFacts;
import org.posescope.record.FrameOutput;
import org.posescope.record.RecordedSound;

/**
 * Makes the pictures of a view, with the layers that are switched on at the time, and hands them to another output, which it
 * owns. It draws on copies, because the frames themselves are on the screen. One thread at a time.
 */
final class ComposedOutput implements FrameOutput {
    /** Joints in space are shown by the 3D view. */
    private static final OverlayLayer NOT_IN_THE_WINDOW = (canvas, people, micros, figures) -> {};

    private final FrameOutput output;
    private final FramePool pool;
    private final View view;
    private final Supplier<PictureStyle> style;
    private final PersonNames names;
    private final OverlayLayer mesh;
    private final AngleLayer arcs;
    private final Composer composer;
    private final CameraInUse lens;
    private Optional<Drawing> drawing = Optional.empty();
    private Optional<Camera> camera = Optional.empty();

    /** The drawing of a style, which is kept until another one is wanted. */
    private record Drawing(PictureStyle style, Overlay overlay) {}

    /**
     * @param pool   where the copies come from; stays open longer than this
     * @param choice says what is seen, and how large the 3D view is
     * @param style  asked for each frame
     * @param bodies of the people, for this thread alone; empty: joints alone are drawn. Asked for those over the picture and for those in
     *               the 3D scene, because what swings swings in each for itself
     * @param lens   that bodies are drawn with; set to the camera of a frame where that is told before it
     * @param arcs   angles of somebody that are drawn over the picture
     * @param names  of people
     */
    ComposedOutput(FrameOutput output, FramePool pool, RecordingChoice choice, Supplier<PictureStyle> style,
            Supplier<Optional<BodyMeshes>> bodies, CameraInUse lens, Function<Person, List<AngleReading>> arcs,
            PersonNames names) {
        this.lens = lens;
        this.arcs = new AngleLayer(arcs);
        this.names = names;
        this.output = output;
        this.pool = pool;
        this.view = choice.view();
        this.style = style;
        this.mesh = bodies.get().<OverlayLayer>map(each -> new MeshLayer(each, MeshLayer.OPACITY))
                .orElse(NOT_IN_THE_WINDOW);
        this.composer = new Composer(view, this::overlay, bodies.get(), Optional.empty(), choice.mostLines());
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        lens.use(camera, frame.width(), frame.height());
        camera = Optional.empty();
        try (Frame drawn = view == View.SCENE ? frame.retain() : copy(frame);
                Frame picture = composer.compose(drawn, people, HudFigures.NONE)) {
            output.accept(picture, people);
        }
    }

    @Override
    public void camera(CameraFacts facts) {
        camera = Optional.of(facts.camera());
    }

    private Frame copy(Frame frame) {
        PixelBlock block = pool.acquire(frame.width(), frame.height());
        block.pixels().copyFrom(frame.pixels());
        return frame.showing(block);
    }

    private Overlay overlay() {
        PictureStyle wanted = style.get();
        Drawing current = drawing.filter(each -> each.style().equals(wanted))
                .orElseGet(
                        () -> new Drawing(wanted, Overlay.of(wanted.layers(), mesh, NOT_IN_THE_WINDOW, names).with(arcs)
                                .mirrored(wanted.mirrored())));
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
        try (composer) {
            output.close();
        }
    }
}
