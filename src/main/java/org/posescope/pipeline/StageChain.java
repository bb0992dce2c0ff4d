package org.posescope.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.posescope.pipeline.metrics.Metrics;

/** The stages of one set of models, one after the other, with their workers. */
final class StageChain {
    private final List<StageRunner> runners = new ArrayList<>();
    private final Consumer<Job> exit;

    /**
     * Makes all stages on the calling thread.
     *
     * @param stale whether a job is not wanted any more
     * @param exit  takes each job once after the last stage, on whatever thread
     */
    StageChain(List<StageSpec> specs, Predicate<Job> stale, Consumer<Job> exit, Metrics metrics,
            EngineThreads threads) {
        this.exit = exit;
        boolean made = false;
        try {
            for (StageSpec spec : specs) {
                int following = runners.size() + 1;
                runners.add(new StageRunner(spec, stale, job -> send(job, following), metrics, threads));
            }
            made = true;
        } finally {
            if (!made) {
                discard();
            }
        }
    }

    private void send(Job job, int index) {
        if (index < runners.size()) {
            runners.get(index).offer(job);
        } else {
            exit.accept(job);
        }
    }

    /** Closes the stages of a chain that was never started. */
    void discard() {
        runners.forEach(StageRunner::discard);
    }

    /** Starts the workers; {@code firstSequence} is that of the first job that will come. */
    void start(long firstSequence) {
        runners.forEach(runner -> runner.start(firstSequence));
    }

    void admit(Job job) {
        send(job, 0);
    }

    void expire(long nowNanos, long timeoutNanos) {
        runners.forEach(runner -> runner.expire(nowNanos, timeoutNanos));
    }

    /**
     * Ends all workers. Jobs that are still here, or come later, go through to the exit unworked.
     *
     * @return the names of stages that did not come back before the deadline
     */
    List<String> stop(long deadlineNanos) throws InterruptedException {
        // All at once: those that are idle end while a stuck one is waited for.
        runners.forEach(StageRunner::beginStop);
        List<String> stuck = new ArrayList<>();
        for (StageRunner runner : runners) {
            if (!runner.awaitStop(deadlineNanos)) {
                stuck.add(runner.name());
            }
        }
        return stuck;
    }
}
