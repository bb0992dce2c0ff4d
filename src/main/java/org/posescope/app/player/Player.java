package org.posescope.app.player;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.app.work.WorkListener;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.SourceOptions;
import org.posescope.frame.source.Span;
import org.posescope.model.ModelCard;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.Stage.StageSpec;
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
    private final QuickPictures pictures;
    private volatile PlayerListener listener;
    /** Written by the thread of the commands alone. */
    private volatile Running running;
    /** The source has no more frames until it is sought. */
    private volatile boolean atEnd;
    private final Rounds rounds = new Rounds();
    private volatile double speed = 1;
    private volatile Mode mode;
    private Plan plan;
    /** What decides what is found at present. */
    private volatile MotionKey key;
    private String input;
    /** Of the pictures of a folder; 0 of all else. */
    private double pictureFps;

    /**
     * @param kept   where what is found is kept, and taken from
     * @param newest where results are put for whoever shows them; stays the caller's
     * @param pool   of copies of pictures; stays open longer
     */
    public Player(SourceOpener opener, StageFactory stages, Plan plan, Mode mode, KeptClips kept,
            NewestSlot newest, FramePool pool) {
        this.opener = opener;
        this.stages = stages;
        this.plan = plan;
        this.mode = mode;
        this.kept = kept;
        this.newest = newest;
        this.pictures = new QuickPictures(pool);
    }

    /** Copies of the pictures of what plays. */
    public QuickPictures pictures() {
        return pictures;
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
        TellingSource opened = new TellingSource(
                opener.open(wanted, SourceOptions.DEFAULT.withPictures(fps), listener::warned), listener::warned);
        SourceInfo info = opened.info();
        QuickSource quick = new QuickSource(opened, pictures,
                place -> tap.get().isEmpty() && kept.has(info, place, key));
        Running.Playing playing = Running.Playing.of(quick,
                () -> rounds.now(Optional.ofNullable(running).filter(Running::paused).isPresent()), this::endReached);
        key = MotionKey.of(plan, stages);
        kept.open(info, key);
        pictures.open(info);
        Running now = running;
        atEnd = false;
        if (now == null) {
            start(playing);
        } else {
            now.change(playing);
        }
        listener.opened(wanted, info);
        opened.tell();
        if (kept.isWhole(info, plan)) {
            pictures.fill(info, () -> opener.open(wanted, SourceOptions.DEFAULT, news -> LOG.warn("{}", news)));
        }
        stages.missingFinder(plan).ifPresent(listener::finderMissing);
    }

    private void endReached(RepeatingSource source) {
        Running now = running;
        if (now != null && now.plays(source)) {
            atEnd = true;
            now.seeks().ended();
            listener.ended();
        }
    }

    private void start(Running.Playing first) {
        Playback playback = new Playback(first.source(), true, true);
        playback.speed(speed);
        int requests = Runtime.getRuntime().availableProcessors() + 2;
        Running started = Running.start(first, playback,
                seeks -> new Engine(EngineOptions.of(Policy.LIVE, mode, requests), keeping(plan, key), kept.recall(key),
                        playback, new Results(newest, tap, kept::edited, seeks::shown, listener)));
        running = started;
        started.watch(cause -> submit(() -> discard(started, cause), listener::failed));
    }

    private List<StageSpec> keeping(Plan wanted, MotionKey found) {
        return kept.keeping(stages.stages(wanted.besideWindow(), mode), found, false);
    }

    private void discard(Running broken, Throwable cause) {
        boolean current = broken.equals(running);
        if (current) {
            running = null;
        }
        broken.engine().close();
        if (current) {
            listener.failed(Breakdown.sentence(cause));
        }
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
            MotionKey found = MotionKey.of(wanted, stages);
            now.engine().changeStages(keeping(wanted, found), kept.recall(found));
            key = found;
            now.lookAgain(atEnd);
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
        submit(() -> Optional.ofNullable(running).ifPresent(now -> now.lookAgain(atEnd)),
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
        Optional.ofNullable(running).ifPresent(Running::step);
    }

    @Override
    public void seek(long positionMicros) {
        sought(now -> now.seek(Math.max(0, positionMicros)));
    }

    @Override
    public void seekBefore(long positionMicros) {
        sought(now -> now.seekBefore(Math.max(0, positionMicros)));
    }

    private void sought(Consumer<Running> seek) {
        Optional.ofNullable(running).filter(now -> now.engine().playback().info().seekable()).ifPresent(now -> {
            atEnd = false;
            seek.accept(now);
        });
    }

    @Override
    public boolean seeking() {
        return Optional.ofNullable(running).filter(now -> now.seeks().seeking()).isPresent();
    }

    @Override
    public void pulse() {
        Optional.ofNullable(running).ifPresent(Running::pulse);
    }

    @Override
    public void speed(double factor) {
        speed = factor;
        Optional.ofNullable(running).ifPresent(now -> now.engine().playback().speed(factor));
    }

    @Override
    public void repeat(boolean wanted) {
        rounds.repeat(wanted);
    }

    @Override
    public void span(Span wanted) {
        rounds.span(wanted);
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
        pictures.close();
    }
}
