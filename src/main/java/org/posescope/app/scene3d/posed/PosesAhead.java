package org.posescope.app.scene3d.posed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The people of moments that come to the screen soon, posed on a thread of its own while the picture is still on its way, so that 3D view
 * and picture change in the same pulse. No moment is posed after a newer one: the floor and the trails are learnt from moment to moment. What
 * comes faster than it can be posed is left out. The methods are the owner's, on whose thread results come, unless they say otherwise.
 */
public final class PosesAhead implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PosesAhead.class);
    /** What comes to the screen is among the newest that were delivered, or was expected before. */
    private static final int FORESEEN = 4;

    private final Function<PoseRequest, PosedScene> poser;
    private final Consumer<PosedScene> late;
    private final Executor owner;
    private final Thread thread;

    // From here on guarded by this object.
    private final Deque<Pose> foreseen = new ArrayDeque<>();
    /** Of the moment that is shown or is going to be. */
    private Optional<Pose> asked = Optional.empty();
    private Optional<Pose> next = Optional.empty();
    private Optional<Pose> working = Optional.empty();
    /** Of a moment that is shown already. */
    private Optional<Pose> ready = Optional.empty();
    private Staging staging;
    private boolean failed;
    private boolean closed;

    /** A moment on its way. */
    private static final class Pose {
        private final PoseRequest request;
        /** Posed, or going to be. */
        private boolean given;
        private boolean shown;
        private Optional<PosedScene> result = Optional.empty();

        Pose(PoseRequest request) {
            this.request = request;
        }
    }

    /**
     * @param staging of moments until another is wanted
     * @param poser   called on a thread of this object's own
     * @param late    told by {@code owner} what is to be shown of a moment that had to be shown before it was posed
     */
    public PosesAhead(Staging staging, Function<PoseRequest, PosedScene> poser, Consumer<PosedScene> late,
            Executor owner) {
        this.staging = staging;
        this.poser = poser;
        this.late = late;
        this.owner = owner;
        this.thread = Thread.ofPlatform().name("scene3d-pose").daemon()
                .uncaughtExceptionHandler((dead, cause) -> LOG.error("{} ended", dead.getName(), cause))
                .start(this::run);
    }

    /** A moment was delivered and may come to the screen, after those before it. Any thread. */
    public synchronized void foresee(SceneFrame moment) {
        foreseen.addLast(new Pose(new PoseRequest(moment, staging)));
        if (foreseen.size() > FORESEEN) {
            foreseen.removeFirst();
        }
        lookAhead();
    }

    /** While a moment is expected the newer ones wait, because it is not known which of them comes next. */
    private void lookAhead() {
        if (next.isEmpty() && working.isEmpty() && asked.stream().allMatch(each -> each.shown)) {
            Optional.ofNullable(foreseen.peekLast()).filter(each -> !each.given).ifPresent(this::give);
        }
    }

    /** A moment is the next to come to the screen, once its picture is complete. */
    public synchronized void expect(SceneFrame moment) {
        PoseRequest request = new PoseRequest(moment, staging);
        if (asked.filter(each -> each.request.equals(request)).isEmpty()) {
            Pose pose = foreseen(moment).filter(each -> each.given && each.request.equals(request))
                    .orElseGet(() -> new Pose(request));
            asked = Optional.of(pose);
            if (!pose.given && foreseen.stream().noneMatch(each -> each.given)) {
                give(pose);
            }
        }
    }

    /** Those up to the moment are past; all of them when nobody foresaw it, because it is looked at again. */
    private Optional<Pose> foreseen(SceneFrame moment) {
        while (!foreseen.isEmpty()) {
            Pose pose = foreseen.removeFirst();
            if (pose.request.moment().equals(moment)) {
                return Optional.of(pose);
            }
        }
        return Optional.empty();
    }

    /** @return the moment, if it is posed; else it comes later unless a newer one does */
    public synchronized Optional<PosedScene> show(SceneFrame moment) {
        expect(moment);
        ready = Optional.empty();
        asked.ifPresent(each -> each.shown = true);
        return asked.flatMap(each -> each.result);
    }

    /**
     * Moments are to be shown otherwise from now on.
     *
     * @return the moment that is shown, if it is posed otherwise already; nothing while a newer one is on its way, which will be
     */
    public synchronized Optional<PosedScene> stage(Staging wanted) {
        staging = wanted;
        return asked.filter(each -> each.shown && foreseen.stream().noneMatch(newer -> newer.given))
                .flatMap(each -> show(each.request.moment()));
    }

    /** As {@link #stage}, but nothing of what was given before is shown any more. */
    public synchronized void begin(Staging wanted) {
        staging = wanted;
        foreseen.clear();
        asked = Optional.empty();
        ready = Optional.empty();
        next = Optional.empty();
        working.ifPresent(each -> each.shown = false);
    }

    private void give(Pose pose) {
        next.ifPresent(each -> each.given = false);
        pose.given = true;
        next = Optional.of(pose);
        notifyAll();
    }

    private void run() {
        try {
            while (true) {
                Pose pose = take();
                finish(pose, work(pose.request));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Pose take() throws InterruptedException {
        while (next.isEmpty()) {
            wait();
        }
        working = next;
        next = Optional.empty();
        return working.get();
    }

    /** One bad moment must not end the view; a repeated failure is told only once. */
    private Optional<PosedScene> work(PoseRequest request) {
        try {
            return Optional.of(poser.apply(request));
        } catch (RuntimeException e) {
            if (!failed) {
                LOG.error("a moment is missing in the 3D view", e);
            }
            failed = true;
            return Optional.empty();
        }
    }

    private synchronized void finish(Pose pose, Optional<PosedScene> result) {
        working = Optional.empty();
        pose.result = result;
        if (pose.shown && !closed) {
            ready = Optional.of(pose);
            owner.execute(this::deliver);
        }
        lookAhead();
    }

    private void deliver() {
        takeReady().ifPresent(late);
    }

    private synchronized Optional<PosedScene> takeReady() {
        Optional<PosedScene> scene = ready.flatMap(each -> each.result);
        ready = Optional.empty();
        return scene;
    }

    /** Ends the thread, at once or after what it is at; no result comes any more. */
    @Override
    public synchronized void close() {
        closed = true;
        ready = Optional.empty();
        thread.interrupt();
    }
}
