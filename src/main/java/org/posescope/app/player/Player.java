package org.posescope.app.player;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.app.work.WorkListener;
import org.posescope.error.UserException;
import org.posescope.frame.SourceOptions;
import org.posescope.model.ModelCard;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.EngineOptions;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.StageSpec;
import org.posescope.pipeline.kept.KeptClips;
import org.posescope.pipeline.kept.MotionKey;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.StageFactory;
import org.posescope.pipeline.playback.Playback;
import org.posescope.plan.Plan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays one source after the other through one engine. Commands come from any thread and wait for nothing: what takes time is
 * done on a thread of the player, in the order of the commands. Owns the engine and what it plays.
 */
public final class Player implements PlayerCommands, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Player.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SourceOpener opener;
    private final StageFactory stages;
    private final NewestSlot newest;
    private final KeptClips kept;
    private final AtomicReference<Optional<ResultSink>> tap = new AtomicReference<>(Optional.empty());
    /** What becomes of a command is told on the thread of the commands itself. */
    private final BackgroundWork commands = new BackgroundWork(WorkKind.PLAYER, Runnable::run);
    /** Where in the source the picture is that is shown, or that was sought last; microseconds. */
    private final AtomicLong place = new AtomicLong();
    private volatile PlayerListener listener;
    /** Written by the thread of the commands alone. */
    private volatile Running running;
    /** The source has no more frames until it is sought. */
    private volatile boolean atEnd;
    private volatile boolean repeating = true;
    private volatile Span span = Span.WHOLE;
    private volatile double speed = 1;
    private volatile Mode mode;
    private Plan plan;
    private String input;
    /** Of the pictures of a folder; 0 of all else. */
    private double pictureFps;

    /**
     * @param kept   where what is found is kept, and taken from
     * @param newest where results are put for whoever shows them; stays the caller's
     */
    public Player(SourceOpener opener, StageFactory stages, Plan plan, Mode mode, KeptClips kept,
            NewestSlot newest) {
        this.opener = opener;
        this.stages = stages;
        this.plan = plan;
        this.mode = mode;
        this.kept = kept;
        this.newest = newest;
    }

    /** Names who hears of everything; to be called once, before the first command. */
    public void listen(PlayerListener wanted) {
        listener = wanted;
    }

    @Override
    public void open(String wanted) {
        open(wanted, 0);
    }

    @Override
    public void openPictures(String wanted, double fps) {
        open(wanted, fps);
    }

    private void open(String wanted, double fps) {
        submit(() -> play(wanted, fps), why -> listener.notOpened(wanted, why));
    }

    private void play(String wanted, double fps) {
        input = wanted;
        pictureFps = fps;
        List<ModelCard> absent = stages.missing(plan);
        if (!absent.isEmpty()) {
            listener.missing(plan, absent);
            return;
        }
        AtomicReference<RepeatingSource> self = new AtomicReference<>();
        TellingSource opened = new TellingSource(
                opener.open(wanted, SourceOptions.DEFAULT.withPictures(fps), listener::warned), listener::warned);
        RepeatingSource source = new RepeatingSource(opened, () -> repeating ? Optional.of(span) : Optional.empty(),
                () -> endReached(self.get()));
        self.set(source);
        kept.open(source.info(), MotionKey.of(plan, stages));
        Running now = running;
        if (now == null) {
            start(source);
        } else {
            now.source().set(source);
            atEnd = false;
            place.set(0);
            now.engine().playback().changeSource(source);
            now.engine().resume();
        }
        listener.opened(wanted, source.info());
        opened.tell();
        stages.missingFinder(plan).ifPresent(listener::finderMissing);
    }

    private void endReached(RepeatingSource source) {
        Running now = running;
        if (now != null && source.equals(now.source().get())) {
            atEnd = true;
            listener.ended();
        }
    }

    private void start(RepeatingSource first) {
        Playback playback = new Playback(first, true, true);
        playback.speed(speed);
        int requests = Runtime.getRuntime().availableProcessors() + 2;
        atEnd = false;
        place.set(0);
        Running started = Running.start(first, playback, () -> {
            MotionKey key = MotionKey.of(plan, stages);
            return new Engine(EngineOptions.of(Policy.LIVE, mode, requests), keeping(plan, key), kept.recall(key),
                    playback, new Results(newest, tap, kept::edited, place::set, listener));
        });
        running = started;
        Thread.ofVirtual().name("posescope-player-watch").uncaughtExceptionHandler(Player::log)
                .start(() -> watch(started));
    }

    private List<StageSpec> keeping(Plan wanted, MotionKey key) {
        return kept.keeping(stages.stages(wanted.besideWindow(), mode), key, false);
    }

    /** Waits for the end of an engine, which comes before its time only when something broke. */
    private void watch(Running watched) {
        try {
            watched.engine().awaitEnd();
            watched.engine().failure().ifPresent(cause -> submit(() -> discard(watched, cause), listener::failed));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void discard(Running broken, Throwable cause) {
        boolean current = broken.equals(running);
        if (current) {
            running = null;
        }
        broken.engine().close();
        if (current) {
            listener.failed(sentence(cause));
        }
    }

    private static String sentence(Throwable cause) {
        if (cause instanceof UserException) {
            return cause.getMessage();
        }
        LOG.error("the pipeline failed", cause);
        return "The pipeline stopped because of an unexpected error (" + cause.getClass().getSimpleName()
                + "); open the source again.";
    }

    @Override
    public void reopen() {
        submit(() -> Optional.ofNullable(input).ifPresent(last -> open(last, pictureFps)), listener::failed);
    }

    @Override
    public void choose(Plan wanted) {
        submit(() -> change(wanted), listener::notChosen);
    }

    private void change(Plan wanted) {
        List<ModelCard> absent = stages.missing(wanted);
        if (!absent.isEmpty()) {
            listener.missing(wanted, absent);
            return;
        }
        Running now = running;
        if (now != null) {
            MotionKey key = MotionKey.of(wanted, stages);
            now.engine().changeStages(keeping(wanted, key), kept.recall(key));
            now.lookAgain(atEnd, place.get());
        }
        plan = wanted;
        listener.chosen(wanted);
        if (now == null) {
            reopen();
        } else {
            stages.missingFinder(wanted).ifPresent(listener::finderMissing);
        }
    }

    @Override
    public void lookAgain() {
        submit(() -> Optional.ofNullable(running).ifPresent(now -> now.lookAgain(atEnd, place.get())),
                listener::warned);
    }

    @Override
    public void pause() {
        Optional.ofNullable(running).ifPresent(now -> now.engine().pause());
    }

    @Override
    public void resume() {
        Optional.ofNullable(running).ifPresent(now -> now.engine().resume());
    }

    @Override
    public void step() {
        Optional.ofNullable(running).ifPresent(now -> now.engine().playback().step());
    }

    @Override
    public void seek(long positionMicros) {
        Optional.ofNullable(running).map(now -> now.engine().playback()).filter(playback -> playback.info().seekable())
                .ifPresent(playback -> goTo(playback, Math.max(0, positionMicros)));
    }

    private void goTo(Playback playback, long positionMicros) {
        atEnd = false;
        playback.seek(positionMicros);
        place.set(positionMicros);
    }

    @Override
    public void speed(double factor) {
        speed = factor;
        Optional.ofNullable(running).ifPresent(now -> now.engine().playback().speed(factor));
    }

    @Override
    public void repeat(boolean wanted) {
        repeating = wanted;
    }

    @Override
    public void span(Span wanted) {
        span = wanted;
    }

    @Override
    public void mode(Mode wanted) {
        mode = wanted;
        Optional.ofNullable(running).ifPresent(now -> now.engine().switchMode(wanted));
    }

    @Override
    public void tap(Optional<ResultSink> wanted) {
        tap.set(wanted);
    }

    private void submit(Runnable command, Consumer<String> failed) {
        commands.start(progress -> {
            command.run();
            return command;
        }, WorkListener.of(done -> {}, failed));
    }

    private static void log(Thread thread, Throwable error) {
        LOG.error("{} died", thread.getName(), error);
    }

    /** Ends everything within a few seconds; what is under way is finished first. */
    @Override
    public void close() {
        submit(() -> Optional.ofNullable(running).ifPresent(now -> {
            running = null;
            now.engine().close();
        }), why -> LOG.error("the engine was not closed: {}", why));
        commands.end();
        try {
            if (!commands.await(PATIENCE)) {
                LOG.warn("the player did not end within {}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
