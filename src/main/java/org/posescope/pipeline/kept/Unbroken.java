package org.posescope.pipeline.kept;

import org.posescope.pipeline.Job;

/** Tells of each frame that stages work on how long they had followed people by then without a frame left out. Used by one thread. */
final class Unbroken {
    /** Of a frame before which frames were left out, so that people may have been taken for others. */
    static final long BROKEN = -1;

    private final boolean exact;
    private long scene = -1;
    private long last;
    private long sinceMicros;
    private boolean left;

    /** @param exact whether every frame that the source gives comes to the stages */
    Unbroken(boolean exact) {
        this.exact = exact;
    }

    /**
     * As {@link KeptFrame#unbrokenMicros} has it, of the next frame in order.
     *
     * @param job that the stages have worked on
     */
    long micros(Job job) {
        return micros(job.scene(), exact ? job.sequence() : job.frame().index(), job.followedMicros());
    }

    /** @param number one more than that of the frame before it where none is left out between them */
    long micros(long nowScene, long number, long followedMicros) {
        if (nowScene != scene) {
            left = followedMicros > 0;
            sinceMicros = followedMicros;
        } else if (number != last + 1) {
            left = true;
            sinceMicros = followedMicros;
        }
        scene = nowScene;
        last = number;
        long micros = followedMicros - sinceMicros;
        // Until then the stages may follow what they took for people after the gap.
        return left && micros < KeptFrame.SETTLED_MICROS ? BROKEN : micros;
    }
}
