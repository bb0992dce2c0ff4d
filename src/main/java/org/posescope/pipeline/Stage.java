package org.posescope.pipeline;

import java.util.function.Supplier;

import org.posescope.pipeline.Engine.EngineOptions;

/**
 * The work of one stage on one frame after the other. Each worker thread has an instance of its own, made by
 * {@link StageSpec#factory} and closed by the worker; one that never worked is closed by whoever discards it. A worker that
 * takes longer than {@link EngineOptions#stageTimeout} is interrupted and replaced, with a new instance.
 */
public interface Stage extends AutoCloseable {
    /**
     * Does the work of this stage.
     *
     * @throws Exception ends the job as failed, nothing else
     */
    void process(Job job) throws Exception;

    @Override
    void close();

    /**
     * A stage of the pipeline.
     *
     * @param name    as in metrics and messages
     * @param workers threads that work on different frames at the same time; one means that frames are handled in order
     * @param ahead   by how many frames it may be ahead of the stage after it: frames are begun in order then, each when the next stage
     *                is through with the one so many before it; 0: no matter
     * @param beside  whether it works on a frame while the next stage works on the same one, each with nothing but what came before both;
     *                the stage after them gets the frame when both are through
     * @param factory makes the instance of a worker: on the thread that loads the stages, and on the worker's own thread for one that
     *                replaces a stuck worker
     */
    public record StageSpec(String name, int workers, int ahead, boolean beside, Supplier<? extends Stage> factory) {
        public StageSpec {
            if (workers < 1) {
                throw new IllegalArgumentException(name + " needs a worker");
            }
            if (ahead < 0) {
                throw new IllegalArgumentException(name + " cannot be ahead by " + ahead + " frames");
            }
        }

        /** A stage that does not ask how far the next one is, before which it is through with each frame. */
        public StageSpec(String name, int workers, Supplier<? extends Stage> factory) {
            this(name, workers, 0, false, factory);
        }

        /** The same, which may be ahead of the next one by so many frames. */
        public StageSpec withAhead(int frames) {
            return new StageSpec(name, workers, frames, beside, factory);
        }

        /** The same, beside the next one. */
        public StageSpec besideNext() {
            return new StageSpec(name, workers, ahead, true, factory);
        }

        boolean inOrder() {
            return workers == 1 || ahead > 0;
        }
    }
}
