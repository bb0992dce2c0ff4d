package org.posescope.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.posescope.frame.StepListener;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.metrics.Outcome;
import org.posescope.pose.Person;
import org.posescope.testkit.FakeSource;

/** Writes down what an engine tells, and whatever is wrong with it: order, pixels, people where none may be. */
final class RecordingListener implements EngineListener {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private volatile String throwsIn = "";
    private volatile Consumer<FrameResult> also = _ -> {};

    /** What was told of a frame. */
    record Entry(long sequence, long epoch, Mode mode, boolean live, long index, Outcome outcome, List<Person> people,
            Optional<Throwable> cause, long latencyNanos) {}

    /** Does this, too, with each frame that has ended. */
    void also(Consumer<FrameResult> reaction) {
        also = reaction;
    }

    /** Throws in the method of that name. */
    void throwIn(String method) {
        throwsIn = method;
    }

    private void throwIf(String method) {
        if (method.equals(throwsIn)) {
            throw new IllegalStateException("the listener broke in " + method);
        }
    }

    @Override
    public void ended(FrameResult result, StepListener steps) {
        if (result.sequence() != entries.size()) {
            wrong.add("frame " + result.sequence() + " came after " + entries.size() + " others");
        }
        if (!FakeSource.intact(result.frame())) {
            wrong.add("the pixels of frame " + result.frame().index() + " were overwritten");
        }
        if (result.outcome() != Outcome.RESULT && !result.people().isEmpty()) {
            wrong.add("frame " + result.sequence() + " has people although it is " + result.outcome());
        }
        entries.add(new Entry(result.sequence(), result.epoch(), result.mode(), result.source().kind().live(),
                result.frame().index(),
                result.outcome(), result.people(), result.cause(), result.latencyNanos()));
        also.accept(result);
    }

    @Override
    public void measured(MetricsSnapshot snapshot) {
        throwIf("measured");
    }

    @Override
    public void warned(String message) {
        throwIf("warned");
        warnings.add(message);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Frame indexes of those that ended so, in the order in which they were told. */
    List<Long> indexes(Outcome outcome) {
        List<Long> indexes = new ArrayList<>();
        entries.stream().filter(entry -> entry.outcome() == outcome).forEach(entry -> indexes.add(entry.index()));
        return indexes;
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
