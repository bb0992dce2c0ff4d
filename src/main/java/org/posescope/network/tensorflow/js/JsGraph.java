package org.posescope.network.tensorflow.js;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.posescope.network.graph.Graph;
import org.posescope.network.graph.Parameter;
import org.posescope.network.tensorflow.Constant;
import org.posescope.network.tensorflow.KernelWindow;
import org.posescope.network.tensorflow.Layout;
import org.posescope.network.tensorflow.Operand;
import org.posescope.network.tensorflow.Operations;
import org.posescope.network.tensorflow.PictureOperations;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.Quoted;

/** Turns the operations of a file, which come after those whose results they take, into our graph. */
final class JsGraph {
    private static final Set<String> SUMS = Set.of("Add", "AddV2", "BiasAdd");

    private final List<JsNode> nodes;
    private final JsConstants constants;
    private final Operations operations;
    private final Map<String, Operand> computed = new HashMap<>();
    /** Tensors whose batch of one was taken away, as they were with it. */
    private final Map<String, Operand> withoutBatch = new HashMap<>();
    /** The operations that take a result, by its name. */
    private final Map<String, List<JsNode>> takers = new HashMap<>();

    /** @param input name of the one input */
    JsGraph(Operations operations, String input, List<JsNode> nodes, Map<String, NdArray> weights) {
        this.nodes = nodes;
        this.constants = new JsConstants(weights);
        this.operations = operations;
        computed.put(input, operations.input());
        nodes.forEach(node -> node.inputs()
                .forEach(name -> takers.computeIfAbsent(name, any -> new ArrayList<>()).add(node)));
    }

    /** @param outputs names of operations whose results they are, by the names of the outputs */
    Graph build(Map<String, String> outputs) throws MalformedDataException {
        Set<String> needed = needed(outputs.values());
        for (JsNode node : nodes) {
            if (needed.contains(node.name()) && !constants.compute(node) && !computed.containsKey(node.name())) {
                add(node);
            }
        }
        for (Map.Entry<String, String> output : outputs.entrySet()) {
            if (!computed.containsKey(output.getValue())) {
                throw new MalformedDataException("it has an output that nothing has computed");
            }
            operations.output(output.getKey(), computed.get(output.getValue()));
        }
        return operations.build();
    }

    private Set<String> needed(Collection<String> outputs) {
        Set<String> needed = new HashSet<>(outputs);
        for (JsNode node : nodes.reversed()) {
            if (needed.contains(node.name())) {
                node.inputs().forEach(name -> needed.add(name.replaceFirst(":\\d+$", "")));
            }
        }
        return needed;
    }

    private void add(JsNode node) throws MalformedDataException {
        try {
            switch (node.kind()) {
                case "Conv2D" -> convolution(node);
                case "SplitV" -> split(node);
                case "Shape" -> constants.shape(node, first(node).sides());
                case "Unpack", "Squeeze" -> withoutBatch(node);
                default -> computed.put(node.name(), result(node));
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw node.wrong("does not fit: " + e.getMessage());
        }
    }

    private Operand result(JsNode node) throws MalformedDataException {
        return switch (node.kind()) {
            case "Identity" -> first(node);
            case "Cast" -> asFloats(node);
            case "ExpandDims" -> withBatch(node);
            case "Add", "AddV2" -> sum(node);
            case "Sub" -> operations.add(first(node), constants.weights(node, 1).negative(), "c" + computed.size());
            case "Mul" -> operations.multiply(first(node), constants.weights(node, 1), "c" + computed.size());
            case "_FusedConv2D", "FusedDepthwiseConv2dNative", "DepthwiseConv2dNative" -> fusedConvolution(node);
            case "LeakyRelu" -> operations.leakyRelu(first(node), node.number("alpha"));
            case "Sigmoid" -> operations.sigmoid(first(node));
            case "MaxPool" -> pictures(node).maxPool(first(node), window(node, node.square("ksize", rowsAxis(node))));
            case "Pad" -> operations.pad(first(node), constants.pairs(node, 1), 0);
            case "PadV2" -> operations.pad(first(node), constants.pairs(node, 1), constants.number(node, 2));
            case "Transpose" -> operations.transpose(first(node), constants.ints(node, 1));
            case "Reshape" -> operations.reshape(first(node), constants.ints(node, 1));
            case "ConcatV2" -> concat(node);
            case "ResizeBilinear" -> resize(node);
            default -> throw node.wrong("is of a kind that is not known here");
        };
    }

    /** With the sum behind it, where that adds a constant to each channel. Weights: rows, columns, input, output channels. */
    private void convolution(JsNode node) throws MalformedDataException {
        Parameter weight = constants.weights(node, 1).kernel("w" + computed.size(), 3, 2, 0, 1);
        if (node.square("dilations", rowsAxis(node)) != 1) {
            throw node.wrong("is dilated, which is not known here");
        }
        int channels = weight.shape().getFirst();
        Optional<JsNode> sum = biasSum(node, channels);
        Constant added = sum.isPresent()
                ? constants.weights(sum.get(), 1)
                : Constant.zeros(channels);
        Parameter bias = added.vector("b" + computed.size());
        Operand result = pictures(node).convolution(first(node), window(node, weight.shape().getLast()), weight, bias,
                1);
        computed.put(node.name(), result);
        sum.ifPresent(each -> computed.put(each.name(), result));
    }

    /** What comes behind it is in the same operation: a bias, and a function of each number. */
    private Operand fusedConvolution(JsNode node) throws MalformedDataException {
        boolean depthwise = !node.kind().equals("_FusedConv2D");
        Constant weights = constants.weights(node, 1);
        Parameter weight = depthwise
                ? weights.kernel("w" + computed.size(), 2, 3, 0, 1)
                : weights.kernel("w" + computed.size(), 3, 2, 0, 1);
        if (node.square("dilations", rowsAxis(node)) != 1 || (depthwise && weight.shape().get(1) != 1)) {
            throw node.wrong("is dilated or makes several channels of one, which is not known here");
        }
        int channels = weight.shape().getFirst();
        List<String> fused = node.texts("fused_ops");
        boolean biased = fused.contains("BiasAdd");
        Constant added = biased ? constants.weights(node, 2) : Constant.zeros(channels);
        Operand sum = pictures(node).convolution(first(node), window(node, weight.shape().getLast()), weight,
                added.vector("b" + computed.size()), depthwise ? channels : 1);
        return switch (String.join(" ", fused)) {
            case "", "BiasAdd" -> sum;
            case "BiasAdd Relu" -> operations.relu(sum);
            case "BiasAdd Relu6" -> operations.relu6(sum);
            default -> throw node.wrong("does more than is known here: " + Quoted.of(String.join(" ", fused)));
        };
    }

    private Operand sum(JsNode node) throws MalformedDataException {
        return constants.has(node.input(1))
                ? operations.add(first(node), constants.weights(node, 1), "c" + computed.size())
                : operations.add(first(node), operand(node, 1));
    }

    /** Pictures come as whole numbers into some files; here everything is in float32. */
    private Operand asFloats(JsNode node) throws MalformedDataException {
        if (!node.isType("DstT", "DT_FLOAT")) {
            throw node.wrong("makes other numbers than floats");
        }
        return first(node);
    }

    /** Takes the batch of one away, which {@link #withBatch} has to bring back before anything is computed. */
    private void withoutBatch(JsNode node) throws MalformedDataException {
        boolean ofBatch = node.kind().equals("Unpack")
                ? node.whole("axis") == 0 && node.whole("num") == 1
                : node.wholes("squeeze_dims").equals(List.of(0));
        if (!ofBatch) {
            throw node.wrong("takes away another axis than the batch, which is not known here");
        }
        withoutBatch.put(node.name(), first(node));
    }

    private Operand withBatch(JsNode node) throws MalformedDataException {
        Operand bare = withoutBatch.get(node.input(0));
        if (bare == null || !Arrays.equals(constants.ints(node, 1), new int[1])) {
            throw node.wrong("adds another axis than a batch, which is not known here");
        }
        return bare;
    }

    private Optional<JsNode> biasSum(JsNode node, int channels) throws MalformedDataException {
        List<JsNode> taking = takers.getOrDefault(node.name(), List.of());
        if (taking.size() != 1 || layout(node) != Layout.NHWC) {
            return Optional.empty();
        }
        JsNode sum = taking.getFirst();
        boolean adds = SUMS.contains(sum.kind()) && sum.inputs().size() == 2
                && sum.input(0).equals(node.name()) && constants.isArray(sum.input(1), channels);
        return adds ? Optional.of(sum) : Optional.empty();
    }

    private void split(JsNode node) throws MalformedDataException {
        List<Operand> pieces = operations.split(first(node), constants.ints(node, 2)[0], constants.ints(node, 1));
        for (int i = 0; i < pieces.size(); i++) {
            computed.put(i == 0 ? node.name() : node.name() + ":" + i, pieces.get(i));
        }
    }

    private Operand concat(JsNode node) throws MalformedDataException {
        int count = node.inputs().size() - 1;
        List<Operand> parts = new ArrayList<>(List.of(first(node)));
        for (int i = 1; i < count; i++) {
            parts.add(operand(node, i));
        }
        return operations.concat(parts, constants.ints(node, count)[0]);
    }

    private Operand resize(JsNode node) throws MalformedDataException {
        int[] size = constants.ints(node, 1);
        boolean aligned = node.truth("align_corners");
        if (size.length != 2 || aligned == node.truth("half_pixel_centers")) {
            throw node.wrong("resizes pictures by their upper left corners, which is not known here");
        }
        return operations.pictures(Layout.NHWC).bilinearResize(first(node), size[0], size[1], aligned);
    }

    private static KernelWindow window(JsNode node, int kernel) throws MalformedDataException {
        String padding = node.text("padding");
        if (!Set.of("SAME", "VALID").contains(padding)) {
            throw node.wrong("has a padding that is not known here");
        }
        return new KernelWindow(kernel, node.square("strides", rowsAxis(node)), padding.equals("SAME"));
    }

    private PictureOperations pictures(JsNode node) throws MalformedDataException {
        return operations.pictures(layout(node));
    }

    private static int rowsAxis(JsNode node) throws MalformedDataException {
        return layout(node) == Layout.NHWC ? 1 : 2;
    }

    private static Layout layout(JsNode node) throws MalformedDataException {
        return switch (node.text("data_format")) {
            case "NHWC", "" -> Layout.NHWC;
            case "NCHW" -> Layout.NCHW;
            default -> throw node.wrong("has an order of axes that is not known here");
        };
    }

    private Operand first(JsNode node) throws MalformedDataException {
        return operand(node, 0);
    }

    private Operand operand(JsNode node, int index) throws MalformedDataException {
        Operand operand = computed.get(node.input(index));
        if (operand == null) {
            throw node.wrong("takes what nothing before it has computed");
        }
        return operand;
    }
}
