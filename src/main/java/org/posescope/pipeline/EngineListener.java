package org.posescope.pipeline;

import java.util.List;
import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.metrics.Figures;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;

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

    /**
     * How a frame ended.
     *
     * @param sequence     position among all admitted frames
     * @param frame        its pixels are valid while the listener is called, where it needs them; {@link Frame#retain} keeps them longer
     * @param people       empty unless the outcome is a result
     * @param cause        why it failed or timed out
     * @param latencyNanos from capture, for a file from when the frame was due, to the result
     * @param leftOut      how many more people are there, whom nobody wants to see
     * @param camera       that the people were placed for; empty where nobody asked for it
     */
    public record FrameResult(long sequence, long epoch, Mode mode, SourceInfo source, Frame frame, Outcome outcome,
            List<Person> people, Optional<Throwable> cause, long latencyNanos, int leftOut, Optional<Camera> camera) {}
}
