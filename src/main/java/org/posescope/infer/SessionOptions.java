package org.posescope.infer;

import java.util.Set;

/**
 * How a network is to be run.
 *
 * @param threads that one call may use, at least 1. TensorFlow Lite and PyTorch let all of them meet after every layer: with
 *                more threads than cores that are free a run takes many times as long as with one thread.
 * @param device  {@code cpu}, {@code cuda} or {@code cuda:N}; the processor is the only one that every runtime has
 * @param unreadOutputs names of outputs that nobody will read; a runtime may leave them out, with all that only they need
 */
public record SessionOptions(int threads, String device, Set<String> unreadOutputs) {
    public static final String CPU = "cpu";

    public SessionOptions {
        unreadOutputs = Set.copyOf(unreadOutputs);
        if (threads < 1) {
            throw new IllegalArgumentException("a session needs at least one thread, not " + threads);
        }
    }

    public SessionOptions withThreads(int other) {
        return new SessionOptions(other, device, unreadOutputs);
    }

    public static SessionOptions onCpu(int threads) {
        return new SessionOptions(threads, CPU);
    }

    public SessionOptions(int threads, String device) {
        this(threads, device, Set.of());
    }
}
