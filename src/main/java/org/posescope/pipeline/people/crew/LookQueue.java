package org.posescope.pipeline.people.crew;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.pipeline.people.crew.Relay.InFlight;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.pose.topdown.TopDownPose;

/** Looks that are to be made. Thread-safe. */
final class LookQueue {
    private final PriorityQueue<DueLook> waiting = new PriorityQueue<>(DueLook.ORDER);
    private long looks;

    /** A look that somebody waits for. */
    synchronized DueLook wanted(InFlight job, Region region, Consumer<PoseObservation> seen) {
        return put(new DueLook(job, region, seen, true, ++looks));
    }

    /** One that somebody may want later. */
    synchronized DueLook ahead(InFlight job, Region region, Consumer<PoseObservation> seen) {
        return put(new DueLook(job, region, seen, false, ++looks));
    }

    private DueLook put(DueLook look) {
        waiting.add(look);
        notifyAll();
        return look;
    }

    /** A look that somebody waits for from now on: another one, if it has not begun. */
    synchronized DueLook urgent(DueLook look) {
        if (!waiting.remove(look)) {
            return look;
        }
        DueLook urgent = look.urgent();
        look.drop();
        return put(urgent);
    }

    /** Drops a look if nobody waits for it and it has not begun. */
    synchronized void withdraw(DueLook look) {
        if (!look.wanted && waiting.remove(look)) {
            look.drop();
        }
    }

    /** Makes looks with the network until the thread is interrupted. */
    void serve(TopDownPose network) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                make(take(), network);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized DueLook take() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return waiting.remove();
    }

    private void make(DueLook look, TopDownPose network) {
        look.make(network);
        synchronized (this) {
            notifyAll();
        }
    }

    /**
     * Has all of them made, by those who serve and with this network, and makes others rather than wait. An interrupt does not end it; the
     * thread stays interrupted.
     */
    void finish(List<DueLook> wanted, TopDownPose network) {
        for (DueLook look : wanted) {
            for (Optional<DueLook> next = before(look); next.isPresent(); next = before(look)) {
                make(next.get(), network);
            }
        }
    }

    /** Another look to make; empty once this one is made. */
    private synchronized Optional<DueLook> before(DueLook look) {
        boolean interrupted = false;
        while (!look.result().isDone() && waiting.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return look.result().isDone() ? Optional.empty() : Optional.of(waiting.remove());
    }

    /** A look of a pose network at a region of a frame, made by whichever thread has time for it. Holds the frame until it is made or dropped. */
    static final class DueLook {
        /** What somebody waits for comes first, then the earlier frame. */
        static final Comparator<DueLook> ORDER = Comparator.comparing((DueLook each) -> !each.wanted)
                .thenComparingLong(each -> each.job.sequence()).thenComparingLong(each -> each.number);

        private final InFlight job;
        private final Region region;
        private final Consumer<PoseObservation> seen;
        private final boolean wanted;
        private final long number;
        private final CompletableFuture<PoseObservation> result = new CompletableFuture<>();

        /**
         * @param seen   is told what was seen, before anybody who waits
         * @param wanted whether somebody waits for it
         * @param number of this look, larger than that of any before
         */
        DueLook(InFlight job, Region region, Consumer<PoseObservation> seen, boolean wanted, long number) {
            this.job = job;
            this.region = region;
            this.seen = seen;
            this.wanted = wanted;
            this.number = number;
            job.frame().retain();
        }

        /** The same look, for which somebody waits. */
        DueLook urgent() {
            return new DueLook(job, region, seen, true, number);
        }

        Region region() {
            return region;
        }

        Future<PoseObservation> result() {
            return result;
        }

        // Whatever goes wrong is for whoever wants the result; the thread that made the look goes on.
        void make(TopDownPose network) {
            try (Frame frame = job.frame()) {
                PoseObservation observation = network.estimate(frame, region, job.steps());
                seen.accept(observation);
                result.complete(observation);
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }

        /** Instead of making it. */
        void drop() {
            job.frame().close();
            result.cancel(false);
        }
    }
}
