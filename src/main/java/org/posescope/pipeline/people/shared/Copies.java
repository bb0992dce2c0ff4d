package org.posescope.pipeline.people.shared;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.posescope.detect.Detection;
import org.posescope.detect.PersonDetector;
import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.pose.Box;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.pose.topdown.TopDownPose;

/**
 * Copies of one network for several holders. Each call of a holder uses a copy alone, whichever is free, and waits where all are in use.
 * Any thread may use it.
 */
public final class Copies<N> {
    /** Longer than any network works; a copy that is away for so long has got stuck, and another takes its place. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Supplier<N> loader;
    private final Consumer<N> closer;
    private final int most;
    private final long patienceNanos;
    private final Deque<N> free = new ArrayDeque<>();
    private Optional<N> any = Optional.empty();
    private int loaded;
    private int holders;

    /**
     * @param loader loads a copy, on the thread of the holder that needs it
     * @param most   copies that work at the same time, unless one gets stuck
     */
    public Copies(Supplier<N> loader, Consumer<N> closer, int most) {
        this(loader, closer, most, PATIENCE_NANOS);
    }

    Copies(Supplier<N> loader, Consumer<N> closer, int most, long patienceNanos) {
        this.loader = loader;
        this.closer = closer;
        this.most = most;
        this.patienceNanos = patienceNanos;
    }

    /**
     * One more holder, for whom a copy is loaded if there may be one more.
     *
     * @return one of the copies, to be asked what is true of all of them
     */
    synchronized N hold() {
        if (loaded < most) {
            free.push(loader.get());
            loaded++;
            any = Optional.of(free.element());
        }
        holders++;
        return any.orElseThrow();
    }

    /** One holder less. The last one closes all copies; one that is in use is closed when it comes back. */
    void release() {
        Cleanup.each(abandoned(), closer);
    }

    private synchronized List<N> abandoned() {
        holders--;
        if (holders > 0) {
            return List.of();
        }
        List<N> all = List.copyOf(free);
        free.clear();
        loaded = 0;
        return all;
    }

    /**
     * Does the work with a copy.
     *
     * @throws CancellationException when the thread is interrupted while it waits for one, which it stays
     */
    <R> R with(Function<N, R> work) {
        N copy = take().orElseGet(this::loadOneMore);
        try {
            return work.apply(copy);
        } finally {
            giveBack(copy);
        }
    }

    /** A free copy; empty: the caller, for whom it is counted already, loads one. */
    private synchronized Optional<N> take() {
        long deadline = System.nanoTime() + patienceNanos;
        while (free.isEmpty() && loaded >= most) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                break;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("nobody waits for the network any more");
            }
        }
        if (free.isEmpty()) {
            loaded++;
            return Optional.empty();
        }
        return Optional.of(free.pop());
    }

    private N loadOneMore() {
        return Cleanup.onFailure(loader, this::uncount);
    }

    private synchronized void uncount() {
        loaded--;
        notifyAll();
    }

    private void giveBack(N copy) {
        if (!keep(copy)) {
            closer.accept(copy);
        }
    }

    private synchronized boolean keep(N copy) {
        if (holders == 0) {
            return false;
        }
        free.push(copy);
        notifyAll();
        return true;
    }

    /** A holder of copies of a pose network. */
    public static final class SharedPose implements TopDownPose {
        private final Copies<TopDownPose> copies;
        private final boolean batches;

        /** A holder until it is closed. */
        public SharedPose(Copies<TopDownPose> copies) {
            this.copies = copies;
            this.batches = copies.hold().batches();
        }

        @Override
        public PoseObservation estimate(Frame frame, Region region, StepListener steps) {
            return copies.with(network -> network.estimate(frame, region, steps));
        }

        @Override
        public List<PoseObservation> estimate(Frame frame, List<Region> regions, StepListener steps) {
            return regions.isEmpty() ? List.of() : copies.with(network -> network.estimate(frame, regions, steps));
        }

        @Override
        public boolean batches() {
            return batches;
        }

        @Override
        public void close() {
            copies.release();
        }
    }

    /** A holder of copies of a detector. */
    public static final class SharedDetector implements PersonDetector {
        private final Copies<PersonDetector> copies;
        private final boolean findsEverybody;

        /** A holder until it is closed. */
        public SharedDetector(Copies<PersonDetector> copies) {
            this.copies = copies;
            this.findsEverybody = copies.hold().findsEverybody();
        }

        @Override
        public List<Detection> detect(Frame frame, StepListener steps) {
            return copies.with(detector -> detector.detect(frame, steps));
        }

        @Override
        public List<Detection> glance(Frame frame, StepListener steps) {
            return copies.with(detector -> detector.glance(frame, steps));
        }

        @Override
        public Optional<Detection> align(Frame frame, Detection found, StepListener steps) {
            return copies.with(detector -> detector.align(frame, found, steps));
        }

        @Override
        public OptionalDouble closer(Frame frame, Box box, StepListener steps) {
            return copies.with(detector -> detector.closer(frame, box, steps));
        }

        @Override
        public boolean findsEverybody() {
            return findsEverybody;
        }

        @Override
        public void close() {
            copies.release();
        }
    }
}
