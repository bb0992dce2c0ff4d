package org.posescope.app.toolbar;

import java.util.Comparator;
import java.util.List;

import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkListener;
import org.posescope.frame.camera.CameraDevice;
import org.posescope.frame.camera.CameraSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The cameras of this computer, as they were when last looked for. FX thread. */
public final class CameraModel {
    private static final Logger LOG = LoggerFactory.getLogger(CameraModel.class);

    private final Finder finder;
    private final BackgroundWork work;
    private final ReadOnlyObjectWrapper<List<Found>> cameras = new ReadOnlyObjectWrapper<>(List.of());
    private boolean looking;

    /**
     * A camera.
     *
     * @param sizes of pictures that it says it offers; none when it does not say
     */
    public record Found(CameraDevice device, List<CameraSize> sizes) {
        public Found {
            sizes = List.copyOf(sizes);
        }
    }

    /** Looks for cameras, which may take a while. */
    @FunctionalInterface
    public interface Finder {
        List<Found> find();
    }

    /** @param work of looking for cameras, owned by the thread of this model */
    public CameraModel(Finder finder, BackgroundWork work) {
        this.finder = finder;
        this.work = work;
    }

    /** Looks for cameras again, unless that is under way; the list changes when they are found. */
    public void refresh() {
        if (!looking) {
            looking = true;
            work.start(progress -> List.copyOf(finder.find()), WorkListener.of(this::found, why -> {
                LOG.warn("cameras cannot be listed: {}", why);
                found(List.of());
            }));
        }
    }

    private void found(List<Found> now) {
        looking = false;
        cameras.set(now);
    }

    public ReadOnlyObjectProperty<List<Found>> cameras() {
        return cameras.getReadOnlyProperty();
    }

    /** The sizes that one of the cameras offers, smallest first; those that most have where none says. */
    List<CameraSize> sizes() {
        List<CameraSize> offered = cameras.get().stream().flatMap(camera -> camera.sizes().stream()).distinct()
                .sorted(Comparator.comparingInt(CameraSize::width).thenComparingInt(CameraSize::height)).toList();
        return offered.isEmpty() ? CameraSize.USUAL : offered;
    }
}
