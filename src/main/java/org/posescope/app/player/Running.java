package org.posescope.app.player;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.posescope.frame.SourceInfo;
import org.posescope.frame.source.Span;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.playback.Playback;

/** An engine with what it plays now. */
record Running(Engine engine, Seeks seeks, AtomicReference<Playing> playing) {
    /** After so long a rest a copy of a picture gives way to the picture. */
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    /** A source, what of it finds the frame before a place, and what gives copies of its pictures. */
    record Playing(RepeatingSource source, BackSource back, QuickSource quick) {
        /**
         * @param quick  taken over
         * @param rounds what is played again and again; empty: nothing is
         * @param ended  told on the reading thread when the end was reached and the source is not to start again
         */
        static Playing of(QuickSource quick, Supplier<Optional<Span>> rounds, Consumer<RepeatingSource> ended) {
            BackSource back = new BackSource(quick);
            AtomicReference<RepeatingSource> self = new AtomicReference<>();
            self.set(new RepeatingSource(back, rounds, () -> ended.accept(self.get())));
            return new Playing(self.get(), back, quick);
        }
    }

    /**
     * Starts an engine.
     *
     * @param playback of the source; closed where that fails
     * @param maker    of an engine that takes the playback over
     */
    static Running start(Playing first, Playback playback, Function<Seeks, Engine> maker) {
        Seeks seeks = new Seeks(playback);
        Engine engine;
        try {
            engine = maker.apply(seeks);
        } catch (RuntimeException | Error e) {
            playback.close();
            throw e;
        }
        try {
            engine.start();
        } catch (RuntimeException | Error e) {
            engine.close();
            throw e;
        }
        return new Running(engine, seeks, new AtomicReference<>(first));
    }

    /** Waits on a thread of its own for the end of the engine, which comes before its time only when something broke. */
    void watch(Consumer<Throwable> broken) {
        Thread.ofVirtual().name("posescope-player-watch").uncaughtExceptionHandler(Breakdown::log).start(() -> {
            try {
                engine.awaitEnd();
                engine.failure().ifPresent(broken);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Goes over to another source, which plays from its start. */
    void change(Playing other) {
        playing.set(other);
        seeks.restart(() -> engine.playback().changeSource(other.source()));
        engine.resume();
    }

    boolean paused() {
        return engine.playback().paused();
    }

    boolean plays(RepeatingSource source) {
        return playing.get().source().equals(source);
    }

    /** Goes to a place of a source that can be sought, microseconds. */
    void seek(long positionMicros) {
        playing.get().quick().hurry();
        seeks.ask(positionMicros);
    }

    /** As {@link #seek}, to the last frame before a place. */
    void seekBefore(long positionMicros) {
        seek(playing.get().back().aim(positionMicros));
    }

    /** Shows the next frame of a paused source, even where the frame that was read ahead is of another round. */
    void step() {
        long place = seeks.place();
        if (!seeks.seeking() && playing.get().source().beganAgainAfter(place)) {
            seek(place + 1);
        } else {
            engine.playback().step();
        }
    }

    /** Goes on with what waits for its time. */
    void pulse() {
        seeks.pulse();
        if (paused() && playing.get().quick().copied() && seeks.calm(REST_NANOS)) {
            seeks.again();
        }
    }

    /**
     * The picture that stays on the screen, because the source is paused, at its end or a still one, is looked at again by the new
     * networks, and nothing begins to play by that. A live source has nothing that could be given again: its next picture shows them.
     *
     * @param atEnd whether the source has no more frames
     */
    void lookAgain(boolean atEnd) {
        SourceInfo info = engine.playback().info();
        boolean stays = atEnd || paused() || info.kind().still();
        if (stays && info.seekable() && !info.kind().live()) {
            if (atEnd) {
                engine.pause();
            }
            seeks.again();
        }
    }
}
