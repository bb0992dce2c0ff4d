package org.posescope.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.posescope.frame.Frame;

/** The worker threads of one stage and the jobs that wait for them. */
final class StageRunner {
    private final int index;
    private final StageSpec spec;
    private final JobQueue queue;
    private final Route route;
    private final Metrics metrics;
    private final List<Worker> workers = new ArrayList<>();
    private int started;

    /** Where jobs go, and whether they are still wanted. */
    interface Route {
        /** Hands a job on from the stage at {@code index}, unless somebody else has. */
        void forward(Job job, int index);

        boolean stale(Job job);

        /** Takes a job that will not be worked on any more because the run ends. */
        void abandon(Job job);
    }

    /** Makes all stage instances on the calling thread, so that a model that cannot be loaded is told at once. */
    StageRunner(int index, StageSpec spec, Route route, Metrics metrics) {
        this.index = index;
        this.spec = spec;
        this.queue = new JobQueue(spec.inOrder());
        this.route = route;
        this.metrics = metrics;
        try {
            for (int i = 0; i < spec.workers(); i++) {
                workers.add(new Worker(Optional.of(spec.factory().get())));
            }
        } catch (RuntimeException e) {
            discard();
            throw e;
        }
    }

    String name() {
        return spec.name();
    }

    /** Closes the stages of workers that were never started. */
    void discard() {
        workers.forEach(Worker::closeStage);
    }

    synchronized void start(long firstSequence) {
        queue.startAt(firstSequence);
        workers.forEach(Worker::start);
    }

    void offer(Job job) {
        queue.put(job);
    }

    /** Takes jobs away from workers that are longer at them than allowed, and replaces those workers. */
    synchronized void expire(long nowNanos, long timeoutNanos) {
        for (int i = 0; i < workers.size(); i++) {
            Worker worker = workers.get(i);
            Busy busy = worker.busy.get();
            if (busy != null && nowNanos - busy.sinceNanos > timeoutNanos && worker.busy.compareAndSet(busy, null)) {
                worker.thread.interrupt();
                Worker replacement = new Worker(Optional.empty());
                workers.set(i, replacement);
                replacement.start();
                busy.job.end(Outcome.TIMED_OUT,
                        Optional.of(new StageException(spec.name() + " did not come back within "
                                + TimeUnit.NANOSECONDS.toMillis(timeoutNanos) + " ms")));
                route.forward(busy.job, index);
            }
        }
    }

    /**
     * Ends the workers; each closes its stage. A worker that is stuck in its stage is left behind.
     *
     * @return whether all workers ended before the deadline
     */
    boolean stop(long deadlineNanos) throws InterruptedException {
        queue.close().forEach(route::abandon);
        List<Worker> leaving;
        synchronized (this) {
            leaving = List.copyOf(workers);
        }
        boolean all = true;
        for (Worker worker : leaving) {
            long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime()));
            worker.thread.join(left);
            if (worker.thread.isAlive()) {
                Busy busy = worker.busy.getAndSet(null);
                worker.thread.interrupt();
                if (busy != null) {
                    route.abandon(busy.job);
                }
                all = false;
            }
        }
        return all;
    }

    private record Busy(Job job, long sinceNanos) {}

    private final class Worker implements Runnable {
        private final AtomicReference<Busy> busy = new AtomicReference<>();
        private final Thread thread;
        private Optional<? extends Stage> stage;

        Worker(Optional<? extends Stage> stage) {
            this.stage = stage;
            this.thread = new Thread(this, "posescope-" + spec.name() + "-" + ++started);
            this.thread.setDaemon(true);
        }

        void start() {
            thread.start();
        }

        @Override
        public void run() {
            try {
                boolean mine = true;
                while (mine) {
                    Job job = queue.take();
                    if (job == null) {
                        return;
                    }
                    mine = handle(job);
                    if (mine) {
                        route.forward(job, index);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                closeStage();
            }
        }

        /** Works on the job; false when it was taken away because it took too long. */
        private boolean handle(Job job) {
            if (job.ending().isPresent()) {
                return true;
            }
            if (route.stale(job)) {
                job.end(Outcome.STALE, Optional.empty());
                return true;
            }
            long start = System.nanoTime();
            Busy now = new Busy(job, start);
            // A worker that is given up may still read the pixels: it holds them on its own account.
            Frame held = job.frame().retain();
            try {
                busy.set(now);
                process(job);
                long end = System.nanoTime();
                boolean mine = busy.compareAndSet(now, null);
                if (mine && job.ending().isEmpty()) {
                    metrics.stage(spec.name(), start - job.enqueuedNanos(), end - start);
                }
                return mine;
            } finally {
                held.close();
            }
        }

        // One frame's crash, of whatever kind, must not end the worker: everything is caught and counted as that frame's failure.
        private void process(Job job) {
            try {
                if (stage.isEmpty()) {
                    stage = Optional.of(spec.factory().get());
                }
                stage.get().process(job);
                FiniteNumbers.require(job.people(), spec.name());
            } catch (StageException e) {
                job.end(Outcome.FAILED, Optional.of(e));
            } catch (Throwable e) {
                job.end(Outcome.FAILED, Optional.of(new StageException(spec.name() + " failed: " + e.getMessage(), e)));
            }
        }

        private void closeStage() {
            stage.ifPresent(Stage::close);
            stage = Optional.empty();
        }
    }
}
