package org.posescope.app.firstrun;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

import org.posescope.error.UserException;
import org.posescope.model.ModelCard;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** An installation of models: what it fetches and how far it is. FX thread. */
public final class InstallModel {
    static final double UNKNOWN = -1;

    /** Where the installation is. */
    public enum State {
        WAITING, FETCHING, FAILED, DONE
    }

    private final List<ModelCard> models;
    private final Installer installer;
    private final Executor fx;
    private final Runnable done;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private Optional<Thread> worker = Optional.empty();

    /**
     * @param fx   runs tasks on the thread of this model
     * @param done told when all models are here
     */
    public InstallModel(List<ModelCard> models, Installer installer, Executor fx, Runnable done) {
        this.models = List.copyOf(models);
        this.installer = installer;
        this.fx = fx;
        this.done = done;
    }

    /** Starts fetching, or again after it failed. */
    public void start() {
        if (state.get() == State.FETCHING) {
            return;
        }
        state.set(State.FETCHING);
        progress.set(UNKNOWN);
        message.set("Starting…");
        worker = Optional.of(Thread.ofPlatform().name("posescope-install").daemon().start(this::install));
    }

    /** Stops fetching; nothing half-written is left. */
    public void cancel() {
        worker.ifPresent(Thread::interrupt);
    }

    private void install() {
        try {
            installer.install(models, new InstallProgress(
                    (text, fraction) -> fx.execute(() -> show(text, fraction))));
            fx.execute(this::finished);
        } catch (UserException e) {
            fx.execute(() -> ended(State.FAILED, e.getMessage()));
        } catch (InterruptedException _) {
            fx.execute(() -> ended(State.WAITING, "Cancelled; nothing was changed."));
        }
    }

    private void show(String text, double fraction) {
        if (state.get() == State.FETCHING) {
            message.set(text);
            progress.set(fraction);
        }
    }

    private void finished() {
        ended(State.DONE, "");
        done.run();
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
