package org.posescope.network.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.posescope.network.graph.Node;
import org.posescope.network.graph.Operation;
import org.posescope.network.graph.Operation.Arithmetic;
import org.posescope.network.graph.Parameter;
import org.posescope.network.graph.Value;

/** Says each operation in the operators of ONNX (onnx/docs/Operators.md, operator set {@value OnnxWriter#OPERATOR_SET}). */
final class OnnxOperations {
    private static final int ROWS = 2;
    private static final int COLUMNS = 3;
    private static final int LARGEST_OF_RELU6 = 6;

    private final OnnxGraph graph;

    OnnxOperations(OnnxGraph graph) {
        this.graph = graph;
    }

    void add(Node node) {
        String x = name(node.input());
        String y = name(node.output());
        switch (node.operation()) {
            case Operation.Convolution layer -> graph.add(layer("Conv", y, x, layer.weight(), layer.bias())
                    .with("strides", square(layer.stride())).with("pads", border(layer.padding()))
                    .with("dilations", square(layer.dilation()))
                    .with("kernel_shape", square(layer.weight().shape().get(2))).with("group", layer.groups()));
            case Operation.TransposedConvolution layer ->
                graph.add(layer("ConvTranspose", y, x, layer.weight(), layer.bias())
                        .with("strides", square(layer.stride())).with("pads", border(layer.padding()))
                        .with("kernel_shape", square(layer.weight().shape().get(2))));
            case Operation.Linear layer ->
                graph.add(layer("Gemm", y, x, layer.weight(), layer.bias()).with("transB", 1L));
            case Operation.Elementwise function -> elementwise(function, x, y);
            case Operation.LeakyRelu(float slope) -> graph.add(new OnnxNode("LeakyRelu", y, x).with("alpha", slope));
            case Operation.ChannelRelu(Parameter slopes) ->
                graph.add(new OnnxNode("PRelu", y, x, graph.constant(slopes)));
            case Operation.MaxPool pool -> graph.add(new OnnxNode("MaxPool", y, x)
                    .with("kernel_shape", square(pool.kernel())).with("strides", square(pool.stride()))
                    .with("pads", border(pool.padding())));
            case Operation.AveragePool(int side) -> graph.add(new OnnxNode("AveragePool", y, x)
                    .with("kernel_shape", square(side)).with("strides", square(side)));
            case Operation.GlobalAveragePool _ -> {
                graph.add(new OnnxNode("GlobalAveragePool", y + "_mean", x));
                graph.add(new OnnxNode("Flatten", y, y + "_mean").with("axis", 1L));
            }
            case Operation.NearestUpsample(int factor) -> upsample(factor, x, y);
            case Operation.BilinearResize resize -> bilinear(resize, x, y);
            case Operation.BilinearDoubling _ ->
                graph.add(new OnnxNode("Resize", y, x, "", scales(2, y)).with("mode", "linear")
                        .with("coordinate_transformation_mode", "half_pixel"));
            case Operation.DepthToSpace(int block) ->
                graph.add(new OnnxNode("DepthToSpace", y, x).with("blocksize", (long) block).with("mode", "DCR"));
            case Operation.EverySecondPixel(int row, int column) -> graph.add(new OnnxNode("Slice", y, x,
                    graph.numbers(y + "_from", row, column), graph.numbers(y + "_to", Long.MAX_VALUE, Long.MAX_VALUE),
                    graph.numbers(y + "_axes", ROWS, COLUMNS), graph.numbers(y + "_steps", 2, 2)));
            case Arithmetic function ->
                graph.add(new OnnxNode(operator(function), y, x, name(node.inputs().getLast())));
            case Operation.WithConstant(Arithmetic function, Parameter constant) ->
                graph.add(new OnnxNode(operator(function), y, x, graph.constant(constant)));
            case Operation.Concat(int axis) -> graph.add(new OnnxNode("Concat", y,
                    node.inputs().stream().map(OnnxOperations::name).toArray(String[]::new)).with("axis", (long) axis));
            case Operation.Slice(int axis, int from, int to) -> graph.add(new OnnxNode("Slice", y, x,
                    graph.numbers(y + "_from", from), graph.numbers(y + "_to", to),
                    graph.numbers(y + "_axes", axis)));
            case Operation.Reshape(List<Integer> sides) ->
                graph.add(new OnnxNode("Reshape", y, x, graph.numbers(y + "_shape", sameBatch(sides))));
            case Operation.Permute(List<Integer> axes) ->
                graph.add(new OnnxNode("Transpose", y, x).with("perm", behindBatch(axes)));
            case Operation.Pad pad -> graph.add(new OnnxNode("Pad", y, x, graph.numbers(y + "_border", border(pad)),
                    scalar(y + "_value", pad.value())).with("mode", "constant"));
            case Operation.Sum(int axis) ->
                graph.add(new OnnxNode("ReduceSum", y, x, graph.numbers(y + "_axes", axis)));
            case Operation.Normalize(int axis) ->
                graph.add(new OnnxNode("LpNormalization", y, x).with("axis", (long) axis).with("p", 2L));
            case Operation.RepeatForBatch(Parameter constant) -> repeat(constant, x, y);
            case Operation.FullPrecision _ -> graph.add(new OnnxNode("Identity", y, x));
        }
    }

    static String name(Value value) {
        return "v" + value.id();
    }

    private OnnxNode layer(String operator, String y, String x, Parameter weight, Parameter bias) {
        return new OnnxNode(operator, y, x, graph.constant(weight), graph.constant(bias));
    }

    private void elementwise(Operation.Elementwise function, String x, String y) {
        switch (function) {
            case RELU -> graph.add(new OnnxNode("Relu", y, x));
            case RELU6 ->
                graph.add(new OnnxNode("Clip", y, x, scalar("zero", 0), scalar("six", LARGEST_OF_RELU6)));
            case SIGMOID -> graph.add(new OnnxNode("Sigmoid", y, x));
            case EXP -> graph.add(new OnnxNode("Exp", y, x));
            case ELU -> graph.add(new OnnxNode("Elu", y, x));
            case SILU -> {
                graph.add(new OnnxNode("Sigmoid", y + "_gate", x));
                graph.add(new OnnxNode("Mul", y, x, y + "_gate"));
            }
        }
    }

    private void upsample(int factor, String x, String y) {
        graph.add(new OnnxNode("Resize", y, x, "", scales(factor, y)).with("mode", "nearest")
                .with("coordinate_transformation_mode", "asymmetric").with("nearest_mode", "floor"));
    }

    private String scales(int factor, String y) {
        return graph.constant(new Parameter(y + "_scales", new float[] {1, 1, factor, factor}, List.of(4)));
    }

    /** Sizes and not scales, which are not exact for every size. */
    private void bilinear(Operation.BilinearResize resize, String x, String y) {
        graph.add(new OnnxNode("Shape", y + "_planes", x).with("start", 0L).with("end", (long) ROWS));
        String picture = graph.numbers(y + "_picture", resize.rows(), resize.columns());
        graph.add(new OnnxNode("Concat", y + "_sizes", y + "_planes", picture).with("axis", 0L));
        graph.add(new OnnxNode("Resize", y, x, "", "", y + "_sizes").with("mode", "linear")
                .with("coordinate_transformation_mode", resize.alignCorners() ? "align_corners" : "half_pixel"));
    }

    private String scalar(String name, float value) {
        return graph.constant(new Parameter(name, new float[] {value}, List.of()));
    }

    private void repeat(Parameter constant, String x, String y) {
        graph.add(new OnnxNode("Shape", y + "_batch", x).with("start", 0L).with("end", 1L));
        List<Integer> sides = constant.shape().subList(1, constant.shape().size());
        String rest = graph.numbers(y + "_sides", sides.stream().mapToLong(Integer::longValue).toArray());
        graph.add(new OnnxNode("Concat", y + "_shape", y + "_batch", rest).with("axis", 0L));
        graph.add(new OnnxNode("Expand", y, graph.constant(constant), y + "_shape"));
    }

    private static String operator(Arithmetic function) {
        return switch (function) {
            case ADD -> "Add";
            case SUBTRACT -> "Sub";
            case MULTIPLY -> "Mul";
        };
    }

    private static int[] square(int side) {
        return new int[] {side, side};
    }

    private static int[] border(int pixels) {
        return new int[] {pixels, pixels, pixels, pixels};
    }

    /** A side of 0 keeps that of the input. */
    private static long[] sameBatch(List<Integer> sides) {
        List<Long> shape = new ArrayList<>(List.of(0L));
        sides.forEach(side -> shape.add((long) side));
        return shape.stream().mapToLong(Long::longValue).toArray();
    }

    private static int[] behindBatch(List<Integer> axes) {
        return IntStream.concat(IntStream.of(0), axes.stream().mapToInt(Integer::intValue)).toArray();
    }

    /** The borders before all axes, then those behind; the batch has none. */
    private static long[] border(Operation.Pad pad) {
        return Stream.of(List.of(0), pad.before(), List.of(0), pad.after()).flatMap(List::stream)
                .mapToLong(Integer::longValue).toArray();
    }
}
