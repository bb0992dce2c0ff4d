package org.posescope.network.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

import org.posescope.network.graph.Operation.Arithmetic;
import org.posescope.network.graph.Operation.Elementwise;

/**
 * Writes a graph down operation by operation. Every method adds one and returns its result; shapes that do not fit are an
 * {@link IllegalArgumentException}. Not thread-safe.
 */
public final class GraphBuilder {
    private final String inputName;
    private final Value input;
    private final boolean anySize;
    private final List<Node> nodes = new ArrayList<>();
    private final SequencedMap<String, Value> outputs = new LinkedHashMap<>();

    /** @param sides of the input without the batch */
    public GraphBuilder(String inputName, Integer... sides) {
        this(inputName, false, List.of(sides));
    }

    private GraphBuilder(String inputName, boolean anySize, List<Integer> sides) {
        this.inputName = inputName;
        this.anySize = anySize;
        this.input = new Value(0, sides);
    }

    /**
     * Of a network that takes pictures of any size. Its shapes are those for pictures of the given size; operations that fix a number
     * of pixels are refused.
     */
    public static GraphBuilder ofAnySize(String inputName, int channels, int height, int width) {
        return new GraphBuilder(inputName, true, List.of(channels, height, width));
    }

    public Value input() {
        return input;
    }

    public Value convolution(Value x, Operation.Convolution layer) {
        int reach = (layer.weight().shape().get(2) - 1) * layer.dilation() + 1;
        require(layer.weight().shape().get(1) * layer.groups() == x.channels(), layer.weight(), x);
        return picture(layer, x, layer.weight().shape().getFirst(),
                side -> (side + 2 * layer.padding() - reach) / layer.stride() + 1);
    }

    public Value transposedConvolution(Value x, Operation.TransposedConvolution layer) {
        int kernel = layer.weight().shape().get(2);
        require(layer.weight().shape().getFirst() == x.channels(), layer.weight(), x);
        return picture(layer, x, layer.weight().shape().get(1),
                side -> (side - 1) * layer.stride() - 2 * layer.padding() + kernel);
    }

    public Value linear(Value x, Operation.Linear layer) {
        require(layer.weight().shape().get(1).equals(x.side(1)), layer.weight(), x);
        return add(layer, List.of(layer.weight().shape().getFirst()), x);
    }

    public Value relu(Value x) {
        return add(Elementwise.RELU, x.sides(), x);
    }

    public Value relu6(Value x) {
        return add(Elementwise.RELU6, x.sides(), x);
    }

    public Value leakyRelu(Value x, float slope) {
        return add(new Operation.LeakyRelu(slope), x.sides(), x);
    }

    public Value channelRelu(Value x, Parameter slopes) {
        require(slopes.shape().equals(List.of(x.channels(), 1, 1)), slopes, x);
        return add(new Operation.ChannelRelu(slopes), x.sides(), x);
    }

    public Value silu(Value x) {
        return add(Elementwise.SILU, x.sides(), x);
    }

    public Value elu(Value x) {
        return add(Elementwise.ELU, x.sides(), x);
    }

    public Value sigmoid(Value x) {
        return add(Elementwise.SIGMOID, x.sides(), x);
    }

    public Value exp(Value x) {
        return add(Elementwise.EXP, x.sides(), x);
    }

    public Value maxPool(Value x, int kernel, int stride) {
        return maxPool(x, kernel, stride, kernel / 2);
    }

    public Value maxPool(Value x, int kernel, int stride, int padding) {
        return picture(new Operation.MaxPool(kernel, stride, padding), x, x.channels(),
                side -> (side + 2 * padding - kernel) / stride + 1);
    }

    public Value averagePool(Value x, int square) {
        return picture(new Operation.AveragePool(square), x, x.channels(), side -> side / square);
    }

    public Value globalAveragePool(Value x) {
        return add(new Operation.GlobalAveragePool(), List.of(x.channels()), x);
    }

    public Value nearestUpsample(Value x, int factor) {
        return picture(new Operation.NearestUpsample(factor), x, x.channels(), side -> side * factor);
    }

    /** See {@link Operation.BilinearResize}; among pictures of any size only to twice theirs. */
    public Value bilinearResize(Value x, int rows, int columns, boolean alignCorners) {
        if (anySize) {
            if (alignCorners || rows != 2 * x.side(2) || columns != 2 * x.side(3)) {
                throw new IllegalArgumentException("a picture of " + rows + "x" + columns
                        + " in a network for pictures of any size");
            }
            return picture(new Operation.BilinearDoubling(), x, x.channels(), side -> 2 * side);
        }
        return add(new Operation.BilinearResize(rows, columns, alignCorners), List.of(x.channels(), rows, columns), x);
    }

    public Value depthToSpace(Value x, int block) {
        if (x.channels() % (block * block) != 0) {
            throw new IllegalArgumentException(x.sides() + " has no channels for blocks of " + block);
        }
        return add(new Operation.DepthToSpace(block),
                List.of(x.channels() / (block * block), x.side(2) * block, x.side(3) * block), x);
    }

    public Value everySecondPixel(Value x, int row, int column) {
        return add(new Operation.EverySecondPixel(row, column),
                List.of(x.channels(), (x.side(2) - row + 1) / 2, (x.side(3) - column + 1) / 2), x);
    }

    public Value add(Value a, Value b) {
        return arithmetic(Arithmetic.ADD, a, b);
    }

    public Value subtract(Value a, Value b) {
        return arithmetic(Arithmetic.SUBTRACT, a, b);
    }

    public Value multiply(Value a, Value b) {
        return arithmetic(Arithmetic.MULTIPLY, a, b);
    }

    public Value add(Value x, Parameter constant) {
        return withConstant(Arithmetic.ADD, x, constant);
    }

    public Value multiply(Value x, Parameter constant) {
        return withConstant(Arithmetic.MULTIPLY, x, constant);
    }

    public Value concat(int axis, Value... parts) {
        int side = Arrays.stream(parts).mapToInt(part -> part.side(axis)).sum();
        return add(new Operation.Concat(axis), parts[0].withSide(axis, side), parts);
    }

    public Value slice(Value x, int axis, int from, int to) {
        return add(new Operation.Slice(axis, from, to), x.withSide(axis, to - from), x);
    }

    public Value reshape(Value x, Integer... sides) {
        List<Integer> wanted = List.of(sides);
        if (anySize) {
            throw new IllegalArgumentException("a reshape to " + wanted + " in a network for pictures of any size");
        }
        if (product(wanted) != product(x.sides())) {
            throw new IllegalArgumentException(x.sides() + " cannot become " + wanted);
        }
        return add(new Operation.Reshape(wanted), wanted, x);
    }

    public Value swapAxes(Value x, int first, int second) {
        List<Integer> axes = new ArrayList<>(IntStream.range(1, x.rank()).boxed().toList());
        Collections.swap(axes, first - 1, second - 1);
        return permute(x, axes);
    }

    /** @param axes as in {@link Operation.Permute} */
    public Value permute(Value x, List<Integer> axes) {
        return add(new Operation.Permute(axes), axes.stream().map(x::side).toList(), x);
    }

    /** Adds a border; see {@link Operation.Pad}. */
    public Value pad(Value x, List<Integer> before, List<Integer> after, float value) {
        List<Integer> sides = new ArrayList<>();
        for (int axis = 1; axis < x.rank(); axis++) {
            sides.add(before.get(axis - 1) + x.side(axis) + after.get(axis - 1));
        }
        return add(new Operation.Pad(before, after, value), sides, x);
    }

    public Value sum(Value x, int axis) {
        return add(new Operation.Sum(axis), x.withSide(axis, 1), x);
    }

    public Value normalize(Value x, int axis) {
        return add(new Operation.Normalize(axis), x.sides(), x);
    }

    public Value repeatForBatchOf(Value x, Parameter constant) {
        return add(new Operation.RepeatForBatch(constant),
                constant.shape().subList(1, constant.shape().size()), x);
    }

    public Value fullPrecision(Value x) {
        return add(new Operation.FullPrecision(), x.sides(), x);
    }

    /** Names a value as an output of the network. */
    public GraphBuilder output(String name, Value value) {
        outputs.put(name, value);
        return this;
    }

    public Graph build() {
        return new Graph(inputName, input, anySize, nodes, outputs);
    }

    private Value arithmetic(Arithmetic function, Value a, Value b) {
        return add(function, broadcast(a.sides(), b.sides()), a, b);
    }

    private Value withConstant(Arithmetic function, Value x, Parameter constant) {
        List<Integer> sides = constant.shape().subList(1, constant.shape().size());
        return add(new Operation.WithConstant(function, constant), broadcast(x.sides(), sides), x);
    }

    private static List<Integer> broadcast(List<Integer> a, List<Integer> b) {
        List<Integer> sides = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            int other = i < b.size() ? b.get(i) : -1;
            if (a.size() != b.size() || (a.get(i) != other && a.get(i) != 1 && other != 1)) {
                throw new IllegalArgumentException(a + " and " + b + " do not fit together");
            }
            sides.add(Math.max(a.get(i), other));
        }
        return sides;
    }

    private interface SideFunction {
        int of(int side);
    }

    private Value picture(Operation operation, Value x, int channels, SideFunction side) {
        return add(operation, List.of(channels, side.of(x.side(2)), side.of(x.side(3))), x);
    }

    private Value add(Operation operation, List<Integer> sides, Value... inputs) {
        Value output = new Value(nodes.size() + 1, sides);
        nodes.add(new Node(operation, List.of(inputs), output));
        return output;
    }

    private static int product(List<Integer> sides) {
        return sides.stream().reduce(1, Math::multiplyExact);
    }

    private static void require(boolean fits, Parameter weight, Value x) {
        if (!fits) {
            throw new IllegalArgumentException(weight + " does not take " + x.sides());
        }
    }
}
