package org.posescope.infer.memory;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Predicate;

/** One session's use of shared weights. For one thread at a time. */
public final class WeightHold implements AutoCloseable {
    private final PackedWeights weights;
    private final Runnable release;
    private Optional<MemorySegment> delegate = Optional.empty();

    WeightHold(PackedWeights weights, Runnable release) {
        this.weights = weights;
        this.release = release;
    }

    /**
     * Lets XNNPACK take over a graph, with the shared weights. Nobody else does the same with these weights meanwhile.
     *
     * @param threads that work on one run
     * @param graph   gives a delegate (a {@code TfLiteDelegate}) its nodes, and tells whether it could
     * @return whether it could
     */
    public boolean apply(int threads, Predicate<MemorySegment> graph) {
        delegate = weights.delegate(threads, graph);
        return delegate.isPresent();
    }

    @Override
    public void close() {
        delegate.ifPresent(weights::free);
        release.run();
    }
}
