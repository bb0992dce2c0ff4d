package org.posescope.app.video;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

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
 * The bodies of people over the picture, drawn by software on a thread of its own and shown at the next pulse. While one
 * drawing is under way newer ones are left out: the mesh is a moment old rather than the picture late.
 */
public final class MeshView implements AutoCloseable {
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
    private boolean busy;

    /** @param bodies empty when there is no body model, so that nothing can be drawn */
    public MeshView(Optional<BodyMeshes> bodies) {
        layer = bodies.map(each -> new MeshLayer(each, MeshLayer.OPACITY));
        view.setManaged(false);
        view.setMouseTransparent(true);
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

    /** Draws the bodies of people of a picture, unless one drawing is under way. FX thread. */
    void render(List<Person> people, int width, int height) {
        if (layer.isEmpty() || busy) {
            return;
        }
        busy = true;
        next = (next + 1) % SURFACES;
        if (surfaces[next] == null || !surfaces[next].hasSize(width, height)) {
            surfaces[next] = new MeshSurface(width, height);
        }
        MeshSurface surface = surfaces[next];
        painter.execute(() -> paint(surface, people));
    }

    private void paint(MeshSurface surface, List<Person> people) {
        try {
            layer.orElseThrow().draw(surface.clearedCanvas(), people, HudFigures.NONE);
        } catch (RuntimeException e) {
            LOG.error("the mesh of a frame was not drawn", e);
        }
        drawn.set(surface);
    }

    /** Shows what was drawn since the last pulse. FX thread. */
    void pulse() {
        MeshSurface ready = drawn.getAndSet(null);
        if (ready != null) {
            busy = false;
            view.setImage(ready.image());
        }
    }

    @Override
    public void close() {
        FxThread.require();
        painter.shutdown();
        view.setImage(null);
    }
}
