package org.posescope.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.posescope.error.Cleanup;
import org.posescope.pipeline.Job.Route;
import org.posescope.pipeline.Stage.StageSpec;
import org.posescope.pipeline.metrics.Metrics;
import org.posescope.pipeline.playback.Playback;

/**
 * The stages that frames go through, one after the other, and those of other models that are to follow them. Thread-safe; one thread
 * admits jobs and changes over.
 */
final class StageChain implements Route {
    /** How long stages may take to end when others follow them. */
    private static final long STOP_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Route exit;
    private final RunContext run;
    private volatile Line current = new Line(List.of(), Optional.empty(), Recall.NOTHING);
    private Optional<Line> following = Optional.empty();
    private boolean stopped;

    /** Stages, the way into them if there are any, and what is known of frames that they worked on before. */
    private record Line(List<StageRunner> runners, Optional<Route> entry, Recall recall) {}

    /** @param exit takes each job once after the last stage */
    StageChain(Route exit, RunContext run) {
        this.exit = exit;
        this.run = run;
    }

    /**
     * Makes stages on the calling thread, which are used from the next {@link #changeOver} on, instead of any proposed before.
     *
     * @param recall asked before a frame goes through them
     * @throws RuntimeException what making one of them threw; those made before are closed then
     */
    void propose(List<StageSpec> specs, Recall recall) {
        Line made = load(specs, recall);
        Optional<Line> unwanted;
        synchronized (this) {
            unwanted = stopped ? Optional.of(made) : following;
            following = stopped ? Optional.empty() : Optional.of(made);
        }
        unwanted.ifPresent(line -> discard(line.runners()));
    }

    private Line load(List<StageSpec> specs, Recall recall) {
        List<StageRunner> runners = new ArrayList<>();
        Route next = exit;
        for (int i = specs.size() - 1; i >= 0; i--) {
            StageSpec spec = specs.get(i);
            if (spec.beside()) {
                throw new IllegalArgumentException(spec.name() + " has no stage that it could be beside");
            }
            boolean forked = i > 0 && specs.get(i - 1).beside();
            Route after = forked ? Fork.join(next) : next;
            StageRunner runner = new StageRunner(spec, after, run);
            runners.addFirst(runner);
            next = runner;
            if (forked) {
                i--;
                StageRunner beside = new StageRunner(specs.get(i), after, run);
                runners.addFirst(beside);
                next = new Fork(beside, runner);
            }
        }
        Route entry = next;
        for (int i = 1; i < runners.size(); i++) {
            runners.get(i - 1).waitFor(runners.get(i));
        }
        return Cleanup.onFailure(() -> {
            runners.forEach(StageRunner::load);
            return new Line(List.copyOf(runners), Optional.of(entry), recall);
        }, () -> discard(runners));
    }

    /** Closes the stages of workers that were never started. */
    private static void discard(List<StageRunner> runners) {
        Cleanup.each(runners, StageRunner::discard);
    }

    synchronized boolean changing() {
        return following.isPresent();
    }

    /**
     * Starts the proposed stages, if there are any, and ends those before; nothing may be in flight.
     *
     * @param firstSequence of the first job that will come
     */
    void changeOver(long firstSequence) throws InterruptedException {
        List<StageRunner> before;
        synchronized (this) {
            if (following.isEmpty()) {
                return;
            }
            before = current.runners();
            following.get().runners().forEach(runner -> runner.start(firstSequence));
            current = following.get();
            following = Optional.empty();
        }
        stop(before, System.nanoTime() + STOP_NANOS);
    }

    /** What is known of frames that the present stages worked on before. */
    Recall recall() {
        return current.recall();
    }

    @Override
    public void accept(Job job) {
        current.entry().orElse(exit).accept(job);
    }

    /** Takes jobs away from workers that are longer at them than allowed, and replaces those workers. */
    void expire(long nowNanos, long timeoutNanos) {
        current.runners().forEach(runner -> runner.expire(nowNanos, timeoutNanos));
    }

    /**
     * Ends everything; may be repeated. Jobs that are still here, or come later, go through to the exit unworked. Who does not come back
     * before the deadline is told.
     */
    void stop(long deadlineNanos) throws InterruptedException {
        Optional<Line> unused;
        synchronized (this) {
            stopped = true;
            unused = following;
            following = Optional.empty();
        }
        try {
            unused.ifPresent(line -> discard(line.runners()));
        } catch (RuntimeException | Error e) {
            // Told as that of a worker that cannot close its stage: all else has to be ended, too.
            run.fail().accept(e);
        }
        stop(current.runners(), deadlineNanos);
    }

    private void stop(List<StageRunner> runners, long deadlineNanos) throws InterruptedException {
        // All at once: those that are idle end while a stuck one is waited for.
        runners.forEach(StageRunner::beginStop);
        for (StageRunner runner : runners) {
            if (!runner.awaitStop(deadlineNanos)) {
                run.warn().accept(runner.name() + " did not end in time; what it holds is only freed when it does");
            }
        }
    }

    /**
     * Two stages that work on the same job at the same time. Both give it to the {@link #join}, which passes it on once, when the second one is
     * through.
     */
    record Fork(Route one, Route other) implements Route {
        @Override
        public void accept(Job job) {
            one.accept(job);
            other.accept(job);
        }

        /** @param next takes each job once, when both stages are through with it */
        static Route join(Route next) {
            Set<Job> halfThrough = ConcurrentHashMap.newKeySet();
            return job -> {
                if (!halfThrough.add(job)) {
                    halfThrough.remove(job);
                    next.accept(job);
                }
            };
        }
    }

    /**
     * What all parts of one run share.
     *
     * @param warn told one sentence for the user, on any thread
     * @param fail told what the run cannot go on after, on any thread
     */
    record RunContext(Playback playback, Metrics metrics, EngineThreads threads, Consumer<String> warn,
            Consumer<Throwable> fail) {
        /** Whether a job belongs to the past: the source was sought or changed, or the models were, after it was admitted. */
        boolean stale(Job job) {
            return job.epoch() < playback.epoch();
        }
    }
}
