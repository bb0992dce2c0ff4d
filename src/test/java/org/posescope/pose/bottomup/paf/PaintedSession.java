package org.posescope.pose.bottomup.paf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import org.posescope.infer.Session;
import org.posescope.infer.TensorInfo;
import org.posescope.model.NetworkRuntime;
import org.posescope.tensor.Tensor;

/** In place of a trained network: paints the maps of people who are known, for one run after the other. */
public final class PaintedSession implements Session {
    private static final int STRIDE = 8;

    private final IntFunction<List<DrawnPerson>> peopleOfRun;
    private final boolean inSpace;
    private final AtomicInteger runs = new AtomicInteger();
    private boolean closed;

    /**
     * @param peopleOfRun the people by the number of the run, from 0
     * @param inSpace     whether coordinate maps are painted too
     */
    public PaintedSession(IntFunction<List<DrawnPerson>> peopleOfRun, boolean inSpace) {
        this.peopleOfRun = peopleOfRun;
        this.inSpace = inSpace;
    }

    public boolean closed() {
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
        Tensor pixels = inputs.get("input");
        MapPainter painter = new MapPainter(pixels.dimension(2) / STRIDE, pixels.dimension(3) / STRIDE);
        List<DrawnPerson> people = peopleOfRun.apply(runs.getAndIncrement());
        people.forEach(painter::paint);
        Map<String, Tensor> maps = new LinkedHashMap<>();
        if (inSpace) {
            maps.put("features", painter.coordinates(people));
        }
        maps.put("heatmaps", painter.heatmaps());
        maps.put("pafs", painter.fields());
        return maps;
    }

    @Override
    public void close() {
        closed = true;
    }
}
