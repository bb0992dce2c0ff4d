package org.posescope.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The stages of one set of models, one after the other, with their worker threads. */
final class StageChain implements StageRunner.Route {
    private final List<StageRunner> runners = new ArrayList<>();
    private final Predicate<Job> stale;
    private final Consumer<Job> exit;

    /**
     * Makes all stages on the calling thread.
     *
     * @param stale         whether a job is not wanted any more
     * @param exit          takes each job once after the last stage, on that stage's thread
     */
    StageChain(List<StageSpec> specs, Predicate<Job> stale, Consumer<Job> exit, Metrics metrics) {
        this.stale = stale;
        this.exit = exit;
        try {
            for (StageSpec spec : specs) {
                runners.add(new StageRunner(runners.size(), spec, this, metrics));
            }
        } catch (RuntimeException e) {
            discard();
            throw e;
        }
    }

    /** Starts the workers; {@code firstSequence} is that of the first job that will come. */
    void start(long firstSequence) {
        runners.forEach(runner -> runner.start(firstSequence));
    }

    /** Closes stages that were never started. */
    void discard() {
        runners.forEach(StageRunner::discard);
    }

    void admit(Job job) {
        send(job, 0);
    }

    @Override
    public void forward(Job job, int index) {
        if (job.advance(index)) {
            send(job, index + 1);
        }
    }

    private void send(Job job, int index) {
        if (index < runners.size()) {
            runners.get(index).offer(job);
        } else {
            exit.accept(job);
        }
    }

    @Override
    public boolean stale(Job job) {
        return stale.test(job);
    }

    @Override
    public void abandon(Job job) {
        job.end(Outcome.STALE, Optional.empty());
        exit.accept(job);
    }

    void expire(long nowNanos, long timeoutNanos) {
        runners.forEach(runner -> runner.expire(nowNanos, timeoutNanos));
    }

    /** Ends all workers; what is told is the name of a stage that did not end before the deadline, if any. */
    Optional<String> stop(long deadlineNanos) throws InterruptedException {
        Optional<String> stuck = Optional.empty();
        for (StageRunner runner : runners) {
            if (!runner.stop(deadlineNanos) && stuck.isEmpty()) {
                stuck = Optional.of(runner.name());
            }
        }
        return stuck;
    }
}
