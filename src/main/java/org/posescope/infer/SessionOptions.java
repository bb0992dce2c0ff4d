package org.posescope.infer;

/**
 * How a network is to be run.
 *
 * @param threads that one call may use, at least 1. TensorFlow Lite and PyTorch let all of them meet after every layer: with
 *                more threads than cores that are free a run takes many times as long as with one thread.
 * @param device  {@code cpu} is the only one that every runtime has
 */
public record SessionOptions(int threads, String device) {
    public static final String CPU = "cpu";

    public SessionOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("a session needs at least one thread, not " + threads);
        }
    }

    public static SessionOptions onCpu(int threads) {
        return new SessionOptions(threads, CPU);
    }
}
