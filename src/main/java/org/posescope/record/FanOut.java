package org.posescope.record;

import java.util.List;
import java.util.stream.Collectors;

import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.pose.Person;

/** Several outputs as one; it owns and closes them. */
public final class FanOut implements FrameOutput {
    private final List<FrameOutput> outputs;

    public FanOut(List<? extends FrameOutput> outputs) {
        this.outputs = List.copyOf(outputs);
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        outputs.forEach(output -> output.accept(frame, people));
    }

    @Override
    public String format() {
        return outputs.stream().map(FrameOutput::format).collect(Collectors.joining(", "));
    }

    /** Closes all of them even when some fail; the first failure is thrown, the others are suppressed in it. */
    @Override
    public void close() {
        Cleanup.each(outputs, FrameOutput::close);
    }

    /** As {@link #close}. */
    @Override
    public void discard() {
        Cleanup.each(outputs, FrameOutput::discard);
    }
}
