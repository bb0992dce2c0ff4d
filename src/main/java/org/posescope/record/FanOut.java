package org.posescope.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.UnreadablePicture;
import org.posescope.pose.Person;

/**
 * Several outputs as one; it owns and closes them. One that fails gets nothing more and costs the others nothing: its failure is thrown
 * when all of them have failed, else when they are closed.
 */
public final class FanOut implements FrameOutput {
    private final List<FrameOutput> outputs;
    private final List<FrameOutput> working;
    private final List<RuntimeException> failures = new ArrayList<>();

    public FanOut(List<? extends FrameOutput> outputs) {
        this.outputs = List.copyOf(outputs);
        this.working = new ArrayList<>(outputs);
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        each(output -> output.accept(frame, people));
    }

    @Override
    public void missing(UnreadablePicture picture) {
        each(output -> output.missing(picture));
    }

    @Override
    public void camera(CameraFacts facts) {
        each(output -> output.camera(facts));
    }

    private void each(Consumer<FrameOutput> step) {
        for (FrameOutput output : List.copyOf(working)) {
            try {
                step.accept(output);
            } catch (RuntimeException e) {
                working.remove(output);
                failures.add(e);
            }
        }
        if (working.isEmpty() && !failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return outputs.isEmpty();
    }

    @Override
    public String format() {
        return outputs.stream().map(FrameOutput::format).collect(Collectors.joining(", "));
    }

    /** Closes all of them even when some fail; the first failure ever is thrown, the others are suppressed in it. */
    @Override
    public void close() {
        end(FrameOutput::close);
    }

    /** As {@link #close}. */
    @Override
    public void discard() {
        end(FrameOutput::discard);
    }

    private void end(Consumer<FrameOutput> step) {
        Cleanup.all(this::throwFailures, () -> Cleanup.each(outputs, step));
    }

    private void throwFailures() {
        List<RuntimeException> all = List.copyOf(failures);
        failures.clear();
        Cleanup.each(all, failure -> {
            throw failure;
        });
    }
}
