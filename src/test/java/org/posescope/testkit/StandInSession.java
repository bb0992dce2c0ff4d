package org.posescope.testkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.posescope.infer.Session;
import org.posescope.infer.TensorInfo;
import org.posescope.model.NetworkRuntime;
import org.posescope.tensor.Tensor;

/** In place of a trained network that sees pictures of any size: gives what it is told to give. */
public final class StandInSession implements Session {
    private static final String INPUT = "input";

    private final Outputs outputs;
    private final AtomicInteger calls = new AtomicInteger();
    private boolean closed;
    private boolean complains;

    /** What the network gives. */
    @FunctionalInterface
    public interface Outputs {
        /** @param call counted from 0 */
        Map<String, Tensor> of(Tensor picture, int call);
    }

    public StandInSession(Outputs outputs) {
        this.outputs = outputs;
    }

    public boolean closed() {
        return closed;
    }

    /** Throws when it is closed, and is closed all the same. */
    public StandInSession complainsWhenClosed() {
        complains = true;
        return this;
    }

    @Override
    public NetworkRuntime runtime() {
        return NetworkRuntime.ONNXRUNTIME;
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public List<TensorInfo> inputs() {
        return List.of(new TensorInfo(INPUT, List.of(TensorInfo.ANY, 3, TensorInfo.ANY, TensorInfo.ANY)));
    }

    @Override
    public List<TensorInfo> outputs() {
        return List.of();
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        return outputs.of(inputs.get(INPUT), calls.getAndIncrement());
    }

    @Override
    public void close() {
        closed = true;
        if (complains) {
            throw new IllegalStateException("the session does not close");
        }
    }
}
