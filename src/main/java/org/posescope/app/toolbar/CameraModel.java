package org.posescope.app.toolbar;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.posescope.error.UserException;
import org.posescope.frame.camera.CameraDevice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The cameras of this computer, as they were when last looked for. FX thread. */
public final class CameraModel {
    private static final Logger LOG = LoggerFactory.getLogger(CameraModel.class);

    private final Supplier<List<CameraDevice>> finder;
    private final Executor background;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<List<CameraDevice>> cameras = new ReadOnlyObjectWrapper<>(List.of());

    /**
     * @param finder may take a while
     * @param fx     runs tasks on the thread of this model
     */
    public CameraModel(Supplier<List<CameraDevice>> finder, Executor background, Executor fx) {
        this.finder = finder;
        this.background = background;
        this.fx = fx;
    }

    /** Looks for cameras again; the list changes when they are found. */
    public void refresh() {
        background.execute(() -> {
            List<CameraDevice> found = find();
            fx.execute(() -> cameras.set(found));
        });
    }

    private List<CameraDevice> find() {
        try {
            return List.copyOf(finder.get());
        } catch (UserException e) {
            LOG.warn("cameras cannot be listed", e);
            return List.of();
        }
    }

    public ReadOnlyObjectProperty<List<CameraDevice>> cameras() {
        return cameras.getReadOnlyProperty();
    }
}
