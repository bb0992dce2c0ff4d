package org.posescope.app.video;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

import org.posescope.app.player.ShownFrame;
import org.posescope.app.pulse.FxThread;
import org.posescope.draw.HudFigures;
import org.posescope.draw.scene.BodyMeshes;
import org.posescope.draw.scene.CameraInUse;
import org.posescope.draw.scene.MeshLayer;
import org.posescope.frame.Frame;
import org.posescope.pose.Camera;
import org.posescope.pose.Lens;
import org.posescope.pose.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import javafx.scene.Node;
import javafx.scene.image.ImageView;

/**
 * The bodies of people over the picture, drawn by software on a thread of its own and shown together with the picture that they belong
 * to. Drawing begins before the picture is asked for where that is known.
 */
public final class MeshView implements Lineup.Bodies, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MeshView.class);
    /** One is shown, one may still be rendered, one waits to be shown, one is drawn. */
    private static final int SURFACES = 4;
    /** On the shorter side of bodies, however much of a larger picture is seen: there they are stretched, which takes less than half the memory at 2160 lines. */
    private static final int MOST_PIXELS = 1440;

    /** Of the moment that is drawn; the painter's. */
    private final CameraInUse camera = new CameraInUse(Lens.DEFAULT);
    private final Optional<MeshLayer> layer;
    private final ImageView view = new ImageView();
    private final ExecutorService painter = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("posescope-mesh-layer").daemon().factory());
    private Optional<MeshSurface> ready = Optional.empty();

    /** These are guarded by this object. */
    private final MeshSurface[] surfaces = new MeshSurface[SURFACES];
    private int next;
    private Optional<Drawing> asked = Optional.empty();
    /** Of a moment that nobody has asked for. */
    private Optional<Drawing> foreseen = Optional.empty();
    private boolean wanted;
    private boolean closed;
    private Looking looking = Looking.NOWHERE;

    /** The bodies of a frame on their way. */
    private static final class Drawing {
        private final Frame frame;
        private final MeshSurface surface;
        private boolean done;

        Drawing(Frame frame, MeshSurface surface) {
            this.frame = frame;
            this.surface = surface;
        }
    }

    /** What is to be seen in a picture, which may be gone when it is drawn. */
    private record Subject(List<Person> people, long ptsMicros, Optional<Camera> camera, int width, int height) {}

    /** @param bodies as a camera sees them; empty when there is no body model, so that nothing can be drawn */
    public MeshView(Function<CameraInUse, Optional<BodyMeshes>> bodies) {
        layer = bodies.apply(camera).map(each -> new MeshLayer(each, MeshLayer.OPACITY));
        view.setManaged(false);
        view.setMouseTransparent(true);
        view.setVisible(false);
    }

    /** Whether there is a body model. */
    public boolean available() {
        return layer.isPresent();
    }

    Node node() {
        return view;
    }

    void place(double left, double top, double width, double height) {
        view.setX(left);
        view.setY(top);
        view.setFitWidth(width);
        view.setFitHeight(height);
    }

    /** Whether bodies are to be seen. FX thread. */
    synchronized void want(boolean bodies) {
        wanted = bodies;
    }

    /** Draws the bodies of a moment that comes to the screen soon, unless others are drawn just now. Any thread. */
    synchronized void foresee(ShownFrame moment) {
        if (wanted && Stream.of(asked, foreseen).flatMap(Optional::stream).allMatch(each -> each.done)) {
            foreseen = draw(moment);
        }
    }

    @Override
    public void begin(ShownFrame moment) {
        FxThread.require();
        ready = Optional.empty();
        ask(moment);
    }

    private synchronized void ask(ShownFrame moment) {
        asked = foreseen.filter(each -> each.frame.equals(moment.frame())).or(() -> draw(moment));
        foreseen = Optional.empty();
        next = (next + 1) % SURFACES;
    }

    /** On the surface after the one that was asked for last. */
    private Optional<Drawing> draw(ShownFrame moment) {
        if (closed) {
            return Optional.empty();
        }
        Frame frame = moment.frame();
        double scale = scale(frame);
        int width = (int) Math.max(1, Math.round(scale * frame.width()));
        int height = (int) Math.max(1, Math.round(scale * frame.height()));
        if (surfaces[next] == null || !surfaces[next].hasSize(width, height)) {
            surfaces[next] = new MeshSurface(width, height);
        }
        Drawing drawing = new Drawing(frame, surfaces[next]);
        Subject subject = new Subject(moment.people(), frame.ptsMicros(), moment.camera(), frame.width(),
                frame.height());
        painter.execute(() -> paint(drawing, subject));
        return Optional.of(drawing);
    }

    /** Pixels of bodies for one of the picture. */
    private double scale(Frame frame) {
        double most = (double) MOST_PIXELS / Math.min(frame.width(), frame.height());
        return Math.min(most, 1.0 / (1 << looking.halvings(frame.width(), frame.height())));
    }

    /** Says how large pictures are seen from now on. */
    synchronized void look(Looking wanted) {
        looking = wanted;
    }

    /** Whether the bodies that were asked for last have fewer pixels than they would have now. */
    synchronized boolean coarse() {
        return asked.filter(each -> each.surface.width() < Math.round(scale(each.frame) * each.frame.width()))
                .isPresent();
    }

    private void paint(Drawing drawing, Subject subject) {
        try {
            camera.use(subject.camera, subject.width, subject.height);
            layer.orElseThrow().draw(drawing.surface.clearedCanvas(), subject.people, subject.ptsMicros,
                    HudFigures.NONE);
        } catch (RuntimeException e) {
            LOG.error("the mesh of a frame was not drawn", e);
        }
        synchronized (this) {
            drawing.done = true;
        }
    }

    @Override
    public synchronized boolean drawn() {
        ready = asked.filter(each -> each.done).map(each -> each.surface).or(() -> ready);
        return ready.isPresent();
    }

    /** Shows what was drawn last, or nothing. FX thread. */
    void show(boolean embodied) {
        view.setVisible(embodied);
        ready.filter(any -> embodied).ifPresent(surface -> view.setImage(surface.image()));
        ready = Optional.empty();
    }

    @Override
    public void close() {
        FxThread.require();
        synchronized (this) {
            closed = true;
            painter.shutdown();
        }
        view.setImage(null);
    }
}
