package org.posescope.app.firstrun;

import java.util.List;

import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.Progress;
import org.posescope.app.work.WorkListener;
import org.posescope.model.ModelCard;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * An installation of models: what it fetches and how far it is. It belongs to the page that shows it: who leaves the page cancels it, as
 * with its button, so that no models come into use minutes after nobody asks for them any more. FX thread.
 */
public final class InstallModel {
    /** Where the installation is. */
    public enum State {
        WAITING, FETCHING, FAILED, DONE
    }

    private final List<ModelCard> models;
    private final Installer installer;
    private final BackgroundWork work;
    private final Runnable done;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(Progress.UNKNOWN);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private boolean left;

    /**
     * @param work of installations, owned by the thread of this model
     * @param done told when all models are here and the page still shows
     */
    public InstallModel(List<ModelCard> models, Installer installer, BackgroundWork work, Runnable done) {
        this.models = List.copyOf(models);
        this.installer = installer;
        this.work = work;
        this.done = done;
    }

    /** Starts fetching, or again after it failed. */
    public void start() {
        if (fetching()) {
            return;
        }
        state.set(State.FETCHING);
        progress.set(Progress.UNKNOWN);
        message.set("Starting…");
        work.start(told -> {
            installer.install(models, new InstallProgress(told));
            return models;
        }, WorkListener.<List<ModelCard>>of(here -> finished(), why -> ended(State.FAILED, why)).onProgress(this::show)
                .onCancelled(() -> ended(State.WAITING, "Cancelled; nothing half-fetched was kept.")));
    }

    /** Stops fetching, if that is under way; nothing half-written is left, and npm runs no more. */
    public void cancel() {
        if (fetching()) {
            work.cancel();
        }
    }

    public boolean fetching() {
        return state.get() == State.FETCHING;
    }

    /** The page is gone: as {@link #cancel}, and even what was through by then comes into use no more by itself. */
    public void leave() {
        left = true;
        cancel();
    }

    private void show(Progress now) {
        message.set(now.text());
        progress.set(now.fraction());
    }

    private void finished() {
        ended(State.DONE, "");
        if (!left) {
            done.run();
        }
    }

    private void ended(State newState, String text) {
        state.set(newState);
        message.set(text);
    }

    public List<ModelCard> models() {
        return models;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** 0..1, or negative while it is not known how much is left. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** What happens now, or why it failed. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
