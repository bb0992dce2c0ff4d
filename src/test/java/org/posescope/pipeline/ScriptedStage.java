package org.posescope.pipeline;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.posescope.pipeline.Stage.StageSpec;

/** A stage that does what a test says, and counts its instances and how many of them work at the same time. */
final class ScriptedStage {
    private final String name;
    private final Work work;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger mostWorking = new AtomicInteger();
    private final AtomicLong jobs = new AtomicLong();
    private volatile boolean closes = true;

    /** What is done with a job. */
    @FunctionalInterface
    interface Work {
        void process(Job job) throws Exception;

        static Work nothing() {
            return _ -> {};
        }

        static Work sleep(long micros) {
            return _ -> TimeUnit.MICROSECONDS.sleep(micros);
        }

        /** Sleeps longer or shorter, by the frame's sequence. */
        static Work sleepUnevenly(long maxMicros) {
            return job -> TimeUnit.MICROSECONDS.sleep(Math.floorMod(job.sequence() * 7919, maxMicros));
        }

        static Work failEvery(int nth) {
            return job -> {
                if (job.sequence() % nth == 0) {
                    throw new IllegalStateException("frame " + job.sequence() + " is bad");
                }
            };
        }

        /** Hangs at one frame, whoever interrupts, until the latch opens. */
        static Work hangAt(long sequence, CountDownLatch release) {
            return job -> {
                if (job.sequence() == sequence) {
                    hang(release);
                }
            };
        }

        static void hang(CountDownLatch release) {
            boolean interrupted = false;
            while (release.getCount() > 0) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        default Work then(Work next) {
            return job -> {
                process(job);
                next.process(job);
            };
        }
    }

    ScriptedStage(String name, Work work) {
        this.name = name;
        this.work = work;
    }

    /** Throws from now on when an instance is closed, which counts as closed all the same. */
    ScriptedStage failsToClose() {
        closes = false;
        return this;
    }

    StageSpec spec(int workers) {
        return new StageSpec(name, workers, Instance::new);
    }

    int made() {
        return made.get();
    }

    int closed() {
        return closed.get();
    }

    long jobs() {
        return jobs.get();
    }

    int mostWorking() {
        return mostWorking.get();
    }

    private final class Instance implements Stage {
        private final AtomicInteger closings = new AtomicInteger();

        Instance() {
            made.incrementAndGet();
        }

        @Override
        public void process(Job job) throws Exception {
            jobs.incrementAndGet();
            mostWorking.accumulateAndGet(working.incrementAndGet(), Math::max);
            try {
                work.process(job);
            } finally {
                working.decrementAndGet();
            }
        }

        @Override
        public void close() {
            if (closings.getAndIncrement() > 0) {
                throw new IllegalStateException(name + " was closed twice");
            }
            closed.incrementAndGet();
            if (!closes) {
                throw new IllegalStateException(name + " does not close");
            }
        }
    }
}
