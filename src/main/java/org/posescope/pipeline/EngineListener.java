package org.posescope.pipeline;

import org.posescope.frame.StepListener;
import org.posescope.pipeline.metrics.Figures;
import org.posescope.pipeline.metrics.MetricsSnapshot;

/** Hears what an engine does. Whatever a method throws ends the run as failed. */
public interface EngineListener {
    /**
     * A frame has ended, as whatever outcome. Called on the delivery thread in order of admission; the pipeline goes on
     * meanwhile, but admits no more than its number of requests. After an exception nothing more is told here. What
     * {@link Engine#close} leaves behind is only counted.
     *
     * @param steps takes the times of what is done with the result, for example {@code draw}
     */
    void ended(FrameResult result, StepListener steps);

    /**
     * Whether it looks at the pixels of frames that have ended. Where it does not they may be gone when it is told, which saves the memory of
     * a picture; what else a frame says stays.
     */
    default boolean needsPictures() {
        return true;
    }

    /** Figures of the last second. Called on the watch thread. */
    default void measured(MetricsSnapshot snapshot) {}

    /** Something the user should know, one sentence. Called on any thread of the engine. */
    default void warned(String message) {}
}
