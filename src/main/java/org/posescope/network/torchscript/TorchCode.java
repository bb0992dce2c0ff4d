package org.posescope.network.torchscript;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.posescope.network.graph.Graph;
import org.posescope.network.graph.Node;
import org.posescope.network.graph.Operation;
import org.posescope.network.graph.Operation.Arithmetic;
import org.posescope.network.graph.Parameter;
import org.posescope.network.graph.Value;

/** Says each operation in the functions of PyTorch (aten/src/ATen/native/native_functions.yaml). */
final class TorchCode {
    /** The argument of the function; the input's own name need not be one of the language. */
    static final String INPUT = "input";

    private static final long TO_THE_END = Long.MAX_VALUE;
    /** Numbers of {@code torch.float32}, {@code torch.bfloat16} (c10/core/ScalarType.h) and of the orders of axes. */
    private static final int FLOAT32 = 6;
    private static final int BFLOAT16 = 15;
    private static final int ROW_MAJOR = 0;
    private static final int CHANNELS_LAST = 2;

    private final TorchPrecision precision;
    private final TorchParameters parameters;
    private final StringBuilder code = new StringBuilder();
    private final Set<Value> shortened = new HashSet<>();

    TorchCode(TorchPrecision precision, TorchParameters parameters) {
        this.precision = precision;
        this.parameters = parameters;
    }

    /** The statements of a function over the graph's input, the last one a return. */
    String body(Graph graph) {
        if (precision == TorchPrecision.BF16) {
            shortened.add(graph.input());
            assign(graph.input(), contiguous(converted(INPUT, BFLOAT16), CHANNELS_LAST));
        } else {
            assign(graph.input(), INPUT);
        }
        graph.nodes().forEach(this::add);
        return code.append("    return {").append(graph.outputs().entrySet().stream()
                .map(output -> "\"" + output.getKey() + "\": " + contiguous(name(output.getValue()), ROW_MAJOR))
                .collect(Collectors.joining(", "))).append("}\n").toString();
    }

    private void add(Node node) {
        boolean ends = node.operation() instanceof Operation.FullPrecision;
        if (!ends && shortened.contains(node.input())) {
            shortened.add(node.output());
        }
        assign(node.output(), expression(node));
    }

    private String expression(Node node) {
        String x = name(node.input());
        return switch (node.operation()) {
            case Operation.Convolution layer -> call("conv2d", x, use(node, layer.weight()), use(node, layer.bias()),
                    square(layer.stride()), square(layer.padding()), square(layer.dilation()), layer.groups());
            case Operation.TransposedConvolution layer -> call("conv_transpose2d", x, use(node, layer.weight()),
                    use(node, layer.bias()), square(layer.stride()), square(layer.padding()), square(0), 1, square(1));
            case Operation.Linear layer -> call("linear", x, use(node, layer.weight()), use(node, layer.bias()));
            case Operation.Elementwise function -> switch (function) {
                case RELU -> call("relu", x);
                case RELU6 -> call("hardtanh", x, "0.", "6.");
                case SILU -> call("silu", x);
                case SIGMOID -> call("sigmoid", x);
                case EXP -> call("exp", x);
                case ELU -> call("elu", x);
            };
            case Operation.LeakyRelu(float slope) -> call("leaky_relu", x, slope);
            case Operation.ChannelRelu(Parameter slopes) ->
                call("prelu", x, call("flatten", use(node, slopes), 0, -1));
            case Operation.MaxPool pool -> call("max_pool2d", x, square(pool.kernel()), square(pool.stride()),
                    square(pool.padding()), square(1), "False");
            case Operation.AveragePool(int side) ->
                call("avg_pool2d", x, square(side), square(side), square(0), "False",
                        "True", "None");
            case Operation.GlobalAveragePool _ -> call("flatten", call("adaptive_avg_pool2d", x, square(1)), 1);
            case Operation.NearestUpsample(int factor) ->
                call("upsample_nearest2d", x, "None", "[" + factor + ".0, " + factor + ".0]");
            case Operation.BilinearResize resize -> call("upsample_bilinear2d", x,
                    "[" + resize.rows() + ", " + resize.columns() + "]", resize.alignCorners() ? "True" : "False",
                    "None");
            case Operation.BilinearDoubling _ -> call("upsample_bilinear2d", x, "None", "False", "[2.0, 2.0]");
            case Operation.DepthToSpace(int block) -> depthToSpace(x, block, node.output());
            case Operation.EverySecondPixel(int row, int column) ->
                call("slice", call("slice", x, 2, row, TO_THE_END, 2), 3, column, TO_THE_END, 2);
            case Arithmetic function -> call(function(function), x, name(node.inputs().getLast()));
            case Operation.WithConstant(Arithmetic function, Parameter constant) ->
                call(function(function), x, use(node, constant));
            case Operation.Concat(int axis) -> call("cat",
                    node.inputs().stream().map(TorchCode::name).collect(Collectors.joining(", ", "[", "]")), axis);
            case Operation.Slice(int axis, int from, int to) -> call("slice", x, axis, from, to, 1);
            case Operation.Reshape(List<Integer> sides) -> call("reshape", x, list(-1, sides));
            case Operation.Permute(List<Integer> axes) -> call("permute", x, list(0, axes));
            case Operation.Pad pad -> call("constant_pad_nd", x, borders(pad),
                    pad.value() == Float.NEGATIVE_INFINITY ? "float('-inf')" : pad.value());
            case Operation.Sum(int axis) -> call("sum", x, "[" + axis + "]", "True");
            case Operation.Normalize(int axis) -> call("div", x,
                    call("clamp_min", call("norm", x, 2, "[" + axis + "]", "True"), "1e-12"));
            case Operation.RepeatForBatch(Parameter constant) -> call("expand", use(node, constant),
                    "[" + call("size", x, 0) + ", -1" + ", -1".repeat(constant.shape().size() - 2) + "]");
            case Operation.FullPrecision _ -> precision == TorchPrecision.FP32
                    ? x
                    : contiguous(converted(x, FLOAT32), ROW_MAJOR);
        };
    }

    /** PyTorch's own pixel_shuffle has the channels outside of the squares. */
    private static String depthToSpace(String x, int block, Value y) {
        String squares = call("reshape", x,
                list(-1, List.of(block, block, y.channels(), y.side(2) / block, y.side(3) / block)));
        return call("reshape", call("permute", squares, "[0, 3, 4, 1, 5, 2]"), list(-1, y.sides()));
    }

    /** The last axis first. */
    private static List<Integer> borders(Operation.Pad pad) {
        List<Integer> borders = new ArrayList<>();
        for (int axis = pad.before().size() - 1; axis >= 0; axis--) {
            borders.addAll(List.of(pad.before().get(axis), pad.after().get(axis)));
        }
        return borders;
    }

    private static String list(int batch, List<Integer> rest) {
        return rest.stream().map(String::valueOf).collect(Collectors.joining(", ", "[" + batch + ", ", "]"));
    }

    private String use(Node node, Parameter parameter) {
        return parameters.use(parameter,
                shortened.contains(node.output()) ? TorchPrecision.BF16 : TorchPrecision.FP32);
    }

    private void assign(Value value, String expression) {
        code.append("    ").append(name(value)).append(" = ").append(expression).append('\n');
    }

    private static String name(Value value) {
        return "v" + value.id();
    }

    private static String converted(String x, int type) {
        return call("to", x, type, "False", "False", "None");
    }

    private static String contiguous(String x, int order) {
        return call("contiguous", x, "memory_format=" + order);
    }

    private static String function(Arithmetic function) {
        return switch (function) {
            case ADD -> "add";
            case SUBTRACT -> "sub";
            case MULTIPLY -> "mul";
        };
    }

    private static String square(int side) {
        return "[" + side + ", " + side + "]";
    }

    private static String call(String function, Object... arguments) {
        return "torch." + function
                + List.of(arguments).stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}
