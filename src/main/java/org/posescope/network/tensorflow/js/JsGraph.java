package org.posescope.network.tensorflow.js;

import java.util.ArrayList;
import java.util.HashMap;
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

/** Turns the operations of a file, which come after those whose results they take, into our graph. */
final class JsGraph {
    private static final Set<String> SUMS = Set.of("Add", "AddV2", "BiasAdd");

    private final List<JsNode> nodes;
    private final JsConstants constants;
    private final Operations operations;
    private final Map<String, Operand> computed = new HashMap<>();
    /** The operations that take a result, by its name. */
    private final Map<String, List<JsNode>> takers = new HashMap<>();

    /** @param sides of the input without the batch */
    JsGraph(String input, List<Integer> sides, List<JsNode> nodes, Map<String, NdArray> weights) {
        this.nodes = nodes;
        this.constants = new JsConstants(weights);
        this.operations = new Operations(input, sides);
        computed.put(input, operations.input());
        nodes.forEach(node -> node.inputs()
                .forEach(name -> takers.computeIfAbsent(name, any -> new ArrayList<>()).add(node)));
    }

    /** @param outputs names of operations whose results they are */
    Graph build(List<String> outputs) throws MalformedDataException {
        for (JsNode node : nodes) {
            if (!constants.compute(node) && !computed.containsKey(node.name())) {
                add(node);
            }
        }
        for (String output : outputs) {
            if (!computed.containsKey(output)) {
                throw new MalformedDataException("it has an output that nothing has computed");
            }
            operations.output(output, computed.get(output));
        }
        return operations.build();
    }

    private void add(JsNode node) throws MalformedDataException {
        try {
            switch (node.kind()) {
                case "Conv2D" -> convolution(node);
                case "SplitV" -> split(node);
                default -> computed.put(node.name(), result(node));
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw node.wrong("does not fit: " + e.getMessage());
        }
    }

    private Operand result(JsNode node) throws MalformedDataException {
        return switch (node.kind()) {
            case "Identity" -> first(node);
            case "Add", "AddV2" -> operations.add(first(node), operand(node, 1));
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
