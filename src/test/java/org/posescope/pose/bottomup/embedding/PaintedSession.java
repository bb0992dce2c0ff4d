package org.posescope.pose.bottomup.embedding;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.posescope.infer.Session;
import org.posescope.infer.TensorInfo;
import org.posescope.model.NetworkRuntime;
import org.posescope.tensor.Tensor;

/** A network that sees, in whatever picture, the people that it is told to see in each call. */
final class PaintedSession implements Session {
    private static final double HEAT = 0.85;

    private final IntFunction<List<DrawnBody>> people;
    private int calls;
    private boolean closed;

    /** @param people of each call, counted from 0 */
    PaintedSession(IntFunction<List<DrawnBody>> people) {
        this.people = people;
    }

    boolean closed() {
        return closed;
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
        return List.of(new TensorInfo("input", List.of(TensorInfo.ANY, 3, TensorInfo.ANY, TensorInfo.ANY)));
    }

    @Override
    public List<TensorInfo> outputs() {
        return List.of();
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        Tensor picture = inputs.get("input");
        EmbeddingPainter painter = new EmbeddingPainter(picture.dimension(2), picture.dimension(3));
        people.apply(calls++).forEach(person -> painter.paint(person, HEAT));
        return Map.of("renamed_fine", painter.fineHeatmaps(), "renamed_coarse", painter.heatmapsAndTags());
    }

    @Override
    public void close() {
        closed = true;
    }
}
