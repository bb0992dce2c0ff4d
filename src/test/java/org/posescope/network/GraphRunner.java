package org.posescope.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Origin;
import org.posescope.model.Task;
import org.posescope.network.graph.Graph;
import org.posescope.network.onnx.OnnxWriter;
import org.posescope.network.torchscript.TorchPrecision;
import org.posescope.network.torchscript.TorchScriptWriter;
import org.posescope.tensor.Tensor;

/** Runs small graphs on the engines that they can be written for. */
public final class GraphRunner {
    private GraphRunner() {}

    /**
     * What a graph of pictures computes, by the names of its outputs.
     *
     * @param folder that the network is written to
     */
    public static Map<String, Tensor> run(Graph graph, NetworkRuntime runtime, Tensor picture, Path folder)
            throws IOException {
        Path file = Files.createTempFile(folder, "graph", runtime.extension());
        if (runtime == NetworkRuntime.ONNXRUNTIME) {
            OnnxWriter.write(graph, file);
        } else {
            TorchScriptWriter.write(graph, TorchPrecision.FP32, file);
        }
        try (Session session = Sessions.open(new ModelFile(card(graph, runtime, file), file),
                SessionOptions.onCpu(1))) {
            Map<String, Tensor> results = new HashMap<>();
            session.run(Map.of(graph.inputName(), picture)).forEach(
                    (name, tensor) -> results.put(name, Tensor.of(tensor.toArray(), tensor.shape())));
            return results;
        }
    }

    private static ModelCard card(Graph graph, NetworkRuntime runtime, Path file) {
        boolean channelsFirst = graph.input().side(1) == 3;
        InputSpec input = new InputSpec(graph.inputName(), graph.input().side(channelsFirst ? 3 : 2),
                graph.input().side(channelsFirst ? 2 : 1),
                channelsFirst ? InputSpec.Layout.NCHW : InputSpec.Layout.NHWC, InputSpec.ColorOrder.RGB,
                List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));
        return new ModelCard("graph", "graph", Task.POSE_2D, runtime, file.getFileName().toString(), input, "none",
                Optional.empty(), "fp32", "none", new Origin.LocalFile(), Optional.empty(), -1);
    }
}
