package org.posescope.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.posescope.network.graph.Graph;
import org.posescope.network.graph.Operation.Convolution;

/**
 * The real weights of YOLOX-nano as a checkpoint with the authors' keys. They come out of an ONNX file, whose normalizations are folded
 * away and whose weights are mostly numbered: its convolutions are in the order in which the network computes them, which is that of our
 * graph, and a normalization that changes nothing but adds the bias stands in for the folded one.
 */
public final class YoloxCheckpoint {
    private static final double EPSILON = 1e-3;

    private YoloxCheckpoint() {}

    /** @param graph of the same network, whatever its weights */
    public static CheckpointFile of(Path onnx, Graph graph) throws IOException {
        ProtoFields exported = new ProtoFields(ByteBuffer.wrap(Files.readAllBytes(onnx))).messages(7).getFirst();
        Map<String, ProtoFields> tensors = new HashMap<>();
        exported.messages(5).forEach(tensor -> tensors.put(tensor.texts(8).getFirst(), tensor));
        List<List<String>> numbered = exported.messages(1).stream()
                .filter(node -> node.texts(4).contains("Conv")).map(node -> node.texts(1))
                .filter(inputs -> !inputs.get(1).startsWith("head.")).toList();
        List<Convolution> layers = graph.nodes().stream().map(node -> node.operation())
                .filter(Convolution.class::isInstance).map(Convolution.class::cast).toList();
        CheckpointFile file = new CheckpointFile();
        int next = 0;
        for (Convolution layer : layers) {
            String name = layer.weight().name().replaceFirst("\\.weight$", "");
            if (name.contains("_preds.")) {
                add(file, name + ".weight", tensors.get(name + ".weight"));
                add(file, name + ".bias", tensors.get(name + ".bias"));
                continue;
            }
            List<String> inputs = numbered.get(next++);
            add(file, name + ".weight", tensors.get(inputs.get(1)));
            addNorm(file, name.replaceFirst("conv$", "bn"), tensors.get(inputs.get(2)).floats(9));
        }
        if (next != numbered.size()) {
            throw new IllegalStateException(numbered.size() + " convolutions in the file, " + next + " in the graph");
        }
        return file.nestedIn("model");
    }

    private static void add(CheckpointFile file, String name, ProtoFields tensor) {
        file.add(name, tensor.floats(9), tensor.numbers(1).stream().mapToLong(Long::longValue).toArray());
    }

    private static void addNorm(CheckpointFile file, String name, float[] bias) {
        file.add(name + ".weight", filled(bias.length, 1), bias.length);
        file.add(name + ".bias", bias, bias.length);
        file.add(name + ".running_mean", filled(bias.length, 0), bias.length);
        file.add(name + ".running_var", filled(bias.length, 1 - EPSILON), bias.length);
        file.addZero(name + ".num_batches_tracked");
    }

    private static float[] filled(int length, double value) {
        float[] values = new float[length];
        Arrays.fill(values, (float) value);
        return values;
    }
}
