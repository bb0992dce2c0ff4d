package org.posescope.pipeline;

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
}
