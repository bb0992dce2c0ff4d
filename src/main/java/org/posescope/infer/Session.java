package org.posescope.infer;

import java.util.List;
import java.util.Map;

import org.posescope.model.NetworkRuntime;
import org.posescope.tensor.Tensor;

/**
 * A loaded network, ready to run. One thread uses it at a time; it owns native memory until it is closed.
 */
public interface Session extends AutoCloseable {
    NetworkRuntime runtime();

    /** Threads that one call may use, the caller's among them. */
    int threads();

    /** What {@link #run} takes. */
    List<TensorInfo> inputs();

    /** What {@link #run} gives; empty for TorchScript, whose files do not tell. */
    List<TensorInfo> outputs();

    /**
     * Runs the network once.
     *
     * @param inputs by name; direct buffers ({@link Tensor#allocate}) are taken without a copy where the runtime can
     * @return all outputs by name, owned by the session and valid until the next run or close
     * @throws IllegalArgumentException when an input is missing, unknown or of the wrong shape
     * @throws IllegalStateException    when the session is closed
     * @throws InferenceException       when the runtime fails
     */
    Map<String, Tensor> run(Map<String, Tensor> inputs);

    /** Frees the native memory; a second call does nothing. */
    @Override
    void close();
}
