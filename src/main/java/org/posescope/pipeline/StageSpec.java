package org.posescope.pipeline;

import java.util.function.Supplier;

/**
 * A stage of the pipeline.
 *
 * @param name    as in metrics and messages
 * @param workers threads that work on different frames at the same time; one means that frames are handled in order
 * @param factory makes the instance of a worker: on the thread that loads the stages, and on the worker's own thread for one that
 *                replaces a stuck worker
 */
public record StageSpec(String name, int workers, Supplier<? extends Stage> factory) {
    public StageSpec {
        if (workers < 1) {
            throw new IllegalArgumentException(name + " needs a worker");
        }
    }

    boolean inOrder() {
        return workers == 1;
    }
}
