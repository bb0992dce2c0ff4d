package org.posescope.pipeline.people.crew;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.posescope.frame.Region;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.pose.topdown.TopDownPose;

/** Looks that are to be made. Thread-safe. */
final class LookQueue {
    private static final int USUAL = 32;

    private final PriorityBlockingQueue<DueLook> waiting = new PriorityBlockingQueue<>(USUAL, DueLook.ORDER);
    private final AtomicLong looks = new AtomicLong();

    /** A look that somebody waits for. */
    DueLook wanted(InFlight job, Region region, Consumer<PoseObservation> seen) {
        return put(new DueLook(job, region, seen, true, looks.incrementAndGet()));
    }

    /** One that somebody may want later. */
    DueLook ahead(InFlight job, Region region, Consumer<PoseObservation> seen) {
        return put(new DueLook(job, region, seen, false, looks.incrementAndGet()));
    }

    private DueLook put(DueLook look) {
        waiting.put(look);
        return look;
    }

    /** A look that somebody waits for from now on: another one, if it has not begun. */
    DueLook urgent(DueLook look) {
        if (!waiting.remove(look)) {
            return look;
        }
        DueLook urgent = look.urgent();
        look.drop();
        return put(urgent);
    }

    /** Drops a look that nobody waits for, if it has not begun. */
    void withdraw(DueLook look) {
        if (waiting.remove(look)) {
            look.drop();
        }
    }

    /** Makes looks with the network until the thread is interrupted. */
    void serve(TopDownPose network) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                waiting.take().make(network);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has all of them made, by those who serve and with this network, and makes others rather than wait. */
    void finish(List<DueLook> wanted, TopDownPose network) {
        for (DueLook look : wanted) {
            while (!look.result().isDone()) {
                Optional<DueLook> next = Optional.ofNullable(waiting.poll());
                if (next.isPresent()) {
                    next.get().make(network);
                } else {
                    Waiting.forEnd(look.result());
                }
            }
        }
    }
}
