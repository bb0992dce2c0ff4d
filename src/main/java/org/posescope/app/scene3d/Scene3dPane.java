package org.posescope.app.scene3d;

import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import org.posescope.body.BodyModel;

/**
 * The 3D scene with its controls. All methods are for the FX thread; nothing slow happens on it.
 */
public final class Scene3dPane implements AutoCloseable {
    private final Scene3dModel model;
    private final StackPane root = new StackPane();

    /**
     * @param body  poses {@link org.posescope.pose.Person#body}; without it people are shown as joints
     * @param model the pane's switches; stays the caller's
     */
    public Scene3dPane(Optional<BodyModel> body, Scene3dModel model) {
        this.model = model;
        useBody(body);
    }

    /** To be put into the window; takes all the space it is given. */
    public Node node() {
        return root;
    }

    /** The switches that this pane was made with. */
    public Scene3dModel model() {
        return model;
    }

    /** Poses people with another body model from the next moment on. */
    public void useBody(Optional<BodyModel> body) {
        body.ifPresent(present -> root.setAccessibleText(present.name()));
    }

    /** Shows a moment in place of the one before; when moments come faster than they can be shown the newest wins. */
    public void show(Moment3d moment) {
        model.showPeople(moment.people().size());
    }

    /** Forgets people, trails and floor, as on a new source. */
    public void clear() {
        model.showPeople(0);
    }

    /** Ends the pane's threads. */
    @Override
    public void close() {
        clear();
    }
}
