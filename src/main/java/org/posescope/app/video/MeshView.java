package org.posescope.app.video;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import org.posescope.app.player.ShownFrame;
import org.posescope.app.pulse.FxThread;
import org.posescope.draw.HudFigures;
import org.posescope.draw.scene.BodyMeshes;
import org.posescope.draw.scene.MeshLayer;
import org.posescope.pose.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import javafx.scene.Node;
import javafx.scene.image.ImageView;

/**
 * The bodies of people over the picture, drawn by software on a thread of its own and shown together with the picture that they belong
 * to.
 */
public final class MeshView implements Lineup.Bodies, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MeshView.class);
    /** One is shown, one may still be rendered, one is drawn. */
    private static final int SURFACES = 3;

    private final Optional<MeshLayer> layer;
    private final ImageView view = new ImageView();
    private final MeshSurface[] surfaces = new MeshSurface[SURFACES];
    private final AtomicReference<MeshSurface> drawn = new AtomicReference<>();
    private final ExecutorService painter = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("posescope-mesh-layer").daemon().factory());
    private int next;
    private Optional<MeshSurface> ready = Optional.empty();

    /** @param bodies empty when there is no body model, so that nothing can be drawn */
    public MeshView(Optional<BodyMeshes> bodies) {
        layer = bodies.map(each -> new MeshLayer(each, MeshLayer.OPACITY));
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

    @Override
    public void begin(ShownFrame moment) {
        FxThread.require();
        ready = Optional.empty();
        int width = moment.frame().width();
        int height = moment.frame().height();
        next = (next + 1) % SURFACES;
        if (surfaces[next] == null || !surfaces[next].hasSize(width, height)) {
            surfaces[next] = new MeshSurface(width, height);
        }
        MeshSurface surface = surfaces[next];
        List<Person> people = moment.people();
        long ptsMicros = moment.frame().ptsMicros();
        painter.execute(() -> paint(surface, people, ptsMicros));
    }

    private void paint(MeshSurface surface, List<Person> people, long ptsMicros) {
        try {
            layer.orElseThrow().draw(surface.clearedCanvas(), people, ptsMicros, HudFigures.NONE);
        } catch (RuntimeException e) {
            LOG.error("the mesh of a frame was not drawn", e);
        }
        drawn.set(surface);
    }

    @Override
    public boolean drawn() {
        ready = Optional.ofNullable(drawn.getAndSet(null)).or(() -> ready);
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
        painter.shutdown();
        view.setImage(null);
    }
}
