package org.posescope.app.player;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.posescope.error.UserException;
import org.posescope.frame.FrameSource;
import org.posescope.model.ModelCard;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.EngineOptions;
import org.posescope.pipeline.Policy;
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
    private final AtomicReference<Optional<ResultSink>> tap = new AtomicReference<>(Optional.empty());
    private final ExecutorService commands = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .name("posescope-player").daemon().uncaughtExceptionHandler(Player::log).factory());
    private volatile PlayerListener listener;
    /** Written by the thread of the commands alone. */
    private volatile Running running;
    private volatile boolean repeating = true;
    private volatile double speed = 1;
    private volatile Mode mode;
    private Plan plan;
    private String input;

    /** An engine with what it plays now. */
    private record Running(Engine engine, AtomicReference<RepeatingSource> source) {}

    /** @param newest where results are put for whoever shows them; stays the caller's */
    public Player(SourceOpener opener, StageFactory stages, Plan plan, Mode mode,
            NewestSlot newest) {
        this.opener = opener;
        this.stages = stages;
        this.plan = plan;
        this.mode = mode;
        this.newest = newest;
    }

    /** Names who hears of everything; to be called once, before the first command. */
    public void listen(PlayerListener wanted) {
        listener = wanted;
    }

    @Override
    public void open(String wanted) {
        submit(() -> {
            try {
                play(wanted);
            } catch (UserException e) {
                listener.notOpened(wanted, e.getMessage());
            }
        });
    }

    private void play(String wanted) {
        input = wanted;
        List<ModelCard> absent = stages.missing(plan);
        if (!absent.isEmpty()) {
            listener.missing(plan, absent);
            return;
        }
        AtomicReference<RepeatingSource> self = new AtomicReference<>();
        FrameSource opened = opener.open(wanted, listener::warned);
        RepeatingSource source = new RepeatingSource(opened, () -> repeating, () -> endReached(self.get()));
        self.set(source);
        Running now = running;
        if (now == null) {
            start(source);
        } else {
            now.source().set(source);
            now.engine().playback().changeSource(source);
            now.engine().resume();
        }
        listener.opened(wanted, source.info());
    }

    private void endReached(RepeatingSource source) {
        Running now = running;
        if (now != null && source.equals(now.source().get())) {
            listener.ended();
        }
    }

    private void start(RepeatingSource first) {
        AtomicReference<RepeatingSource> source = new AtomicReference<>(first);
        Playback playback = new Playback(first, true, true);
        playback.speed(speed);
        int requests = Runtime.getRuntime().availableProcessors() + 2;
        Engine engine;
        try {
            engine = new Engine(EngineOptions.of(Policy.LIVE, mode, requests), stages.stages(plan.besideWindow(), mode),
                    playback,
                    new Results(newest, tap, listener));
        } catch (RuntimeException e) {
            playback.close();
            throw e;
        }
        try {
            engine.start();
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
        Running started = new Running(engine, source);
        running = started;
        Thread.ofVirtual().name("posescope-player-watch").start(() -> watch(started));
    }

    /** Waits for the end of an engine, which comes before its time only when something broke. */
    private void watch(Running watched) {
        try {
            watched.engine().awaitEnd();
            watched.engine().failure().ifPresent(cause -> submit(() -> discard(watched, cause)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void discard(Running broken, Throwable cause) {
        broken.engine().close();
        if (broken.equals(running)) {
            running = null;
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
        submit(() -> Optional.ofNullable(input).ifPresent(this::open));
    }

    @Override
    public void choose(Plan wanted) {
        submit(() -> {
            try {
                change(wanted);
            } catch (UserException e) {
                listener.notChosen(e.getMessage());
            }
        });
    }

    private void change(Plan wanted) {
        List<ModelCard> absent = stages.missing(wanted);
        if (!absent.isEmpty()) {
            listener.missing(wanted, absent);
            return;
        }
        Running now = running;
        if (now != null) {
            now.engine().changeStages(stages.stages(wanted.besideWindow(), mode));
            refreshStillPicture(now);
        }
        plan = wanted;
        listener.chosen(wanted);
        if (now == null) {
            reopen();
        }
    }

    /** A picture that does not move is looked at again by the new models. */
    private static void refreshStillPicture(Running now) {
        if (now.engine().playback().info().kind().still()) {
            now.engine().playback().seek(0);
        }
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
                .ifPresent(playback -> playback.seek(Math.max(0, positionMicros)));
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
    public void mode(Mode wanted) {
        mode = wanted;
        Optional.ofNullable(running).ifPresent(now -> now.engine().switchMode(wanted));
    }

    @Override
    public void tap(Optional<ResultSink> wanted) {
        tap.set(wanted);
    }

    private void submit(Runnable command) {
        if (!commands.isShutdown()) {
            commands.execute(command);
        }
    }

    private static void log(Thread thread, Throwable error) {
        LOG.error("{} died", thread.getName(), error);
    }

    /** Ends everything within a few seconds; what is under way is finished first. */
    @Override
    public void close() {
        commands.execute(() -> Optional.ofNullable(running).ifPresent(now -> {
            running = null;
            now.engine().close();
        }));
        commands.shutdown();
        try {
            if (!commands.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the player did not end within {}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
