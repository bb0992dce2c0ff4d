package org.posescope.infer;

import java.util.LinkedHashMap;
import java.util.Map;

import org.posescope.tensor.Tensor;

/**
 * Runs a network of one input on a batch: at once, or picture by picture where the network's file fixes the batch to one. The session
 * belongs to the caller.
 */
public final class BatchRunner {
    private final Session session;
    private final TensorInfo input;

    public BatchRunner(Session session) {
        this.session = session;
        this.input = session.inputs().getFirst();
    }

    /** Whether the network takes a batch of any size. */
    public boolean isOpen() {
        return input.shape().getFirst() == TensorInfo.ANY;
    }

    /**
     * Runs the network.
     *
     * @param batch pictures along axis 0
     * @return as {@link Session#run}, valid until the next run
     */
    public Map<String, Tensor> run(Tensor batch) {
        int pictures = batch.dimension(0);
        if (isOpen() || pictures == input.shape().getFirst()) {
            return session.run(Map.of(input.name(), batch));
        }
        Map<String, Tensor> whole = new LinkedHashMap<>();
        for (int picture = 0; picture < pictures; picture++) {
            int at = picture;
            session.run(Map.of(input.name(), part(batch, picture)))
                    .forEach((name, output) -> whole
                            .computeIfAbsent(name, any -> Tensor.allocate(sized(output, pictures)))
                            .data().put(at * output.size(), output.data(), 0, output.size()));
        }
        return whole;
    }

    private static Tensor part(Tensor batch, int picture) {
        int size = batch.size() / batch.dimension(0);
        return Tensor.of(batch.data().slice(picture * size, size), sized(batch, 1));
    }

    private static int[] sized(Tensor tensor, int pictures) {
        int[] shape = tensor.shape();
        shape[0] = pictures;
        return shape;
    }
}
