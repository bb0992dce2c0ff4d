package org.posescope.infer.memory;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Predicate;

/** The weights of one network as XNNPACK has rearranged them, once for all interpreters of the network. */
final class PackedWeights {
    private final Xnnpack library;
    private final MemorySegment store;
    private boolean complete;
    private int holders;

    PackedWeights(Xnnpack library) {
        this.library = library;
        this.store = library.weights();
    }

    /** One interpreter more. */
    synchronized void hold() {
        holders++;
    }

    /**
     * One interpreter less; the last one frees them.
     *
     * @return whether they are free
     */
    synchronized boolean release() {
        holders--;
        if (holders == 0) {
            library.freeWeights(store);
        }
        return holders == 0;
    }

    /**
     * Makes a delegate that uses them and lets it take over a graph. The first one rearranges them; a later one finds them.
     *
     * @param threads that work on one run
     * @param graph   gives the delegate its nodes, and tells whether it could
     * @return the delegate, which the caller frees; empty where it could not take the graph
     */
    synchronized Optional<MemorySegment> delegate(int threads, Predicate<MemorySegment> graph) {
        MemorySegment delegate = library.delegate(threads, store);
        if (!graph.test(delegate)) {
            library.freeDelegate(delegate);
            return Optional.empty();
        }
        if (!complete) {
            library.end(store);
            complete = true;
        }
        return Optional.of(delegate);
    }

    void free(MemorySegment delegate) {
        library.freeDelegate(delegate);
    }
}
