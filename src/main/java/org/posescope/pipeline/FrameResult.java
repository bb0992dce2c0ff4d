package org.posescope.pipeline;

import java.util.List;
import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;

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
