package org.posescope.app.queue;

import java.nio.file.Path;
import java.util.Optional;

import org.posescope.app.work.Progress;
import org.posescope.batch.Clip;

/**
 * A video of the queue.
 *
 * @param fraction 0..1 of a video that runs, or {@link Progress#UNKNOWN}
 * @param text     how far it is, or what became of it
 * @param result   what was made and can be opened
 */
record QueuedVideo(Clip clip, State state, double fraction, String text, Optional<Path> result) {
    enum State {
        WAITING, RUNNING, DONE, FAILED
    }

    static QueuedVideo waiting(Clip clip) {
        return new QueuedVideo(clip, State.WAITING, 0, "waiting", Optional.empty());
    }

    QueuedVideo running() {
        return new QueuedVideo(clip, State.RUNNING, Progress.UNKNOWN, "starting", Optional.empty());
    }

    QueuedVideo at(long done, long total) {
        return new QueuedVideo(clip, State.RUNNING, total > 0 ? Math.min(1.0, (double) done / total) : Progress.UNKNOWN,
                total > 0 ? done + "/" + total : Long.toString(done), Optional.empty());
    }

    QueuedVideo done(String how, Path made) {
        return new QueuedVideo(clip, State.DONE, 1, how, Optional.of(made));
    }

    QueuedVideo failed(String why) {
        return new QueuedVideo(clip, State.FAILED, 0, why, Optional.empty());
    }

    /** Whether there is nothing more to do. */
    boolean ended() {
        return state == State.DONE || state == State.FAILED;
    }
}
