package org.posescope.app.toolbar;

import java.util.List;
import java.util.function.Supplier;

import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkListener;
import org.posescope.frame.camera.CameraDevice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The cameras of this computer, as they were when last looked for. FX thread. */
public final class CameraModel {
    private static final Logger LOG = LoggerFactory.getLogger(CameraModel.class);

    private final Supplier<List<CameraDevice>> finder;
    private final BackgroundWork work;
    private final ReadOnlyObjectWrapper<List<CameraDevice>> cameras = new ReadOnlyObjectWrapper<>(List.of());
    private boolean looking;

    /**
     * @param finder may take a while
     * @param work   of looking for cameras, owned by the thread of this model
     */
    public CameraModel(Supplier<List<CameraDevice>> finder, BackgroundWork work) {
        this.finder = finder;
        this.work = work;
    }

    /** Looks for cameras again, unless that is under way; the list changes when they are found. */
    public void refresh() {
        if (!looking) {
            looking = true;
            work.start(progress -> List.copyOf(finder.get()), WorkListener.of(this::found, why -> {
                LOG.warn("cameras cannot be listed: {}", why);
                found(List.of());
            }));
        }
    }

    private void found(List<CameraDevice> now) {
        looking = false;
        cameras.set(now);
    }

    public ReadOnlyObjectProperty<List<CameraDevice>> cameras() {
        return cameras.getReadOnlyProperty();
    }
}
