package org.posescope.app.player;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.posescope.frame.SourceInfo;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.playback.Playback;

/** An engine with what it plays now. */
record Running(Engine engine, AtomicReference<RepeatingSource> source) {
    /**
     * Starts an engine.
     *
     * @param playback of the source; closed where that fails
     * @param maker    of an engine that takes the playback over
     */
    static Running start(RepeatingSource first, Playback playback, Supplier<Engine> maker) {
        Engine engine;
        try {
            engine = maker.get();
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
        return new Running(engine, new AtomicReference<>(first));
    }

    /**
     * The picture that stays on the screen, because the source is paused, at its end or a still one, is looked at again by the new
     * networks, and nothing begins to play by that. A live source has nothing that could be given again: its next picture shows them.
     *
     * @param atEnd whether the source has no more frames
     * @param place of the picture, microseconds
     */
    void lookAgain(boolean atEnd, long place) {
        SourceInfo info = engine.playback().info();
        boolean stays = atEnd || engine.playback().paused() || info.kind().still();
        if (stays && info.seekable() && !info.kind().live()) {
            if (atEnd) {
                engine.pause();
            }
            engine.playback().seek(place);
        }
    }
}
