package org.posescope.network.tensorflow.lite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.posescope.network.graph.Graph;
import org.posescope.network.graph.Parameter;
import org.posescope.network.tensorflow.Constant;
import org.posescope.network.tensorflow.KernelWindow;
import org.posescope.network.tensorflow.Layout;
import org.posescope.network.tensorflow.Operand;
import org.posescope.network.tensorflow.Operations;
import org.posescope.network.tensorflow.PictureOperations;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Quoted;

/** Turns the operators of a file, one after the other, into our graph. */
final class LiteGraph {
    private static final int NOTHING = -1;
    /** Of a part of a tensor: begin, end, ellipsis, new and removed axes. */
    private static final int MASKS = 5;

    private final LiteFile file;
    private final LiteConstants constants;
    private final Operations operations;
    private final PictureOperations pictures;
    private final Map<Integer, Operand> computed = new HashMap<>();
    private final Map<Integer, Parameter> biases = new HashMap<>();

    LiteGraph(LiteFile file) throws MalformedDataException {
        if (file.inputs().size() != 1) {
            throw new MalformedDataException("it takes " + file.inputs().size() + " inputs and not one picture");
        }
        this.file = file;
        this.constants = new LiteConstants(file);
        LiteTensor input = file.tensor(file.inputs().getFirst());
        operations = new Operations(input.name(), sides(input));
        pictures = operations.pictures(Layout.NHWC);
        computed.put(file.inputs().getFirst(), operations.input());
    }

    Graph build() throws MalformedDataException {
        for (LiteOperator operator : file.operators()) {
            add(operator);
        }
        for (int output : file.outputs()) {
            operations.output(file.tensor(output).name(), operand(output));
        }
        return operations.build();
    }

    private void add(LiteOperator operator) throws MalformedDataException {
        switch (operator.code()) {
            case LiteCodes.DEQUANTIZE, LiteCodes.DENSIFY -> constants.same(operator.output(), operator.input(0));
            default -> {
                Operand result = activated(operator, result(operator));
                LiteTensor declared = file.tensor(operator.output());
                if (!result.sides().equals(sides(declared))) {
                    throw new MalformedDataException("its tensor " + Quoted.of(declared.name()) + " is declared as "
                            + declared.shape() + ", but is computed as " + result.sides());
                }
                computed.put(operator.output(), result);
            }
        }
    }

    private Operand result(LiteOperator operator) throws MalformedDataException {
        return switch (operator.code()) {
            case LiteCodes.CONV_2D -> convolution(operator);
            case LiteCodes.DEPTHWISE_CONV_2D -> depthwise(operator);
            case LiteCodes.MAX_POOL_2D -> pictures.maxPool(first(operator),
                    window(operator, operator.int32(3, 0), operator.int32(4, 0)));
            case LiteCodes.ADD -> operations.add(first(operator), operand(operator.input(1)));
            case LiteCodes.CONCATENATION -> operations.concat(all(operator), operator.int32(0, 0));
            case LiteCodes.LOGISTIC -> operations.sigmoid(first(operator));
            case LiteCodes.RESHAPE -> operations.reshape(first(operator), file.tensor(operator.output()).sides());
            case LiteCodes.PAD -> operations.pad(first(operator), pairs(constants.ints(operator.input(1))), 0);
            case LiteCodes.RESIZE_BILINEAR -> resize(operator);
            case LiteCodes.RELU_OPERATOR -> operations.relu(first(operator));
            case LiteCodes.PRELU -> pictures.channelRelu(first(operator), constants.floats(operator.input(1)),
                    "s" + operator.input(1) + "_" + operator.output());
            case LiteCodes.FULLY_CONNECTED -> fullyConnected(operator);
            case LiteCodes.MEAN -> mean(operator);
            case LiteCodes.STRIDED_SLICE -> part(operator);
            case LiteCodes.DEPTH_TO_SPACE -> pictures.depthToSpace(first(operator), operator.int32(0, 0));
            default -> throw new MalformedDataException("it has an operator that is not known here (code "
                    + operator.code() + " of TensorFlow Lite)");
        };
    }

    /** Weights in the file: output channels, rows, columns, input channels. */
    private Operand convolution(LiteOperator operator) throws MalformedDataException {
        Parameter weight = weight(operator, 0, 3, 1, 2);
        requireNoDilation(operator, 4);
        return pictures.convolution(first(operator), window(operator, side(weight), side(weight)), weight,
                bias(operator, weight), 1);
    }

    /** Weights in the file: 1, rows, columns, channels; a channel after the other belongs to the same input channel. */
    private Operand depthwise(LiteOperator operator) throws MalformedDataException {
        Parameter weight = weight(operator, 3, 0, 1, 2);
        requireNoDilation(operator, 5);
        Operand x = first(operator);
        return pictures.convolution(x, window(operator, side(weight), side(weight)), weight, bias(operator, weight),
                x.side(x.rank() - 1));
    }

    /** Weights in the file: outputs, inputs. */
    private Operand fullyConnected(LiteOperator operator) throws MalformedDataException {
        int tensor = operator.input(1);
        Parameter weight = constants.floats(tensor).matrix("w" + tensor + "_" + operator.output());
        return operations.linear(first(operator), weight, bias(operator, weight));
    }

    private Operand mean(LiteOperator operator) throws MalformedDataException {
        if (!Arrays.equals(constants.ints(operator.input(1)), new int[] {1, 2}) || operator.int8(0) != 0) {
            throw new MalformedDataException("it has a mean of other axes than rows and columns");
        }
        return pictures.mean(first(operator));
    }

    private Operand part(LiteOperator operator) throws MalformedDataException {
        int masks = 0;
        for (int mask = 0; mask < MASKS; mask++) {
            masks |= operator.int32(mask, 0);
        }
        int[] steps = constants.ints(operator.input(3));
        if (masks != 0 || !Arrays.stream(steps).allMatch(step -> step == 1)) {
            throw new MalformedDataException("it takes other parts of a tensor than those from one place to another");
        }
        return operations.slice(first(operator), constants.ints(operator.input(1)),
                constants.ints(operator.input(2)));
    }

    private Operand resize(LiteOperator operator) throws MalformedDataException {
        int[] size = constants.ints(operator.input(1));
        boolean aligned = operator.int8(2) != 0;
        if (size.length != 2 || aligned == (operator.int8(3) != 0)) {
            throw new MalformedDataException(
                    "it resizes pictures by their upper left corners, which is not known here");
        }
        return pictures.bilinearResize(first(operator), size[0], size[1], aligned);
    }

    /** What is done to the result in the same step. */
    private Operand activated(LiteOperator operator, Operand x) throws MalformedDataException {
        int activation = switch (operator.code()) {
            case LiteCodes.ADD -> operator.int8(0);
            case LiteCodes.CONCATENATION -> operator.int8(1);
            case LiteCodes.FULLY_CONNECTED -> operator.int8(0);
            case LiteCodes.CONV_2D -> operator.int8(3);
            case LiteCodes.DEPTHWISE_CONV_2D -> operator.int8(4);
            case LiteCodes.MAX_POOL_2D -> operator.int8(5);
            default -> LiteCodes.NO_ACTIVATION;
        };
        return switch (activation) {
            case LiteCodes.NO_ACTIVATION -> x;
            case LiteCodes.RELU -> operations.relu(x);
            case LiteCodes.RELU6 -> operations.relu6(x);
            default -> throw new MalformedDataException(
                    "it has an activation that is not known here (code " + activation + " of TensorFlow Lite)");
        };
    }

    /** The first three options of all operators with a window are the same. */
    private static KernelWindow window(LiteOperator operator, int width, int height) throws MalformedDataException {
        int stride = operator.int32(1, 0);
        if (width != height || stride != operator.int32(2, 0)) {
            throw new MalformedDataException("it has a layer with a kernel or steps that are no squares");
        }
        return new KernelWindow(width, stride, operator.int8(0) == LiteCodes.SAME);
    }

    private static void requireNoDilation(LiteOperator operator, int field) throws MalformedDataException {
        if (operator.int32(field, 1) != 1 || operator.int32(field + 1, 1) != 1) {
            throw new MalformedDataException("it has a dilated convolution, which is not known here");
        }
    }

    private Parameter weight(LiteOperator operator, int... order) throws MalformedDataException {
        int tensor = operator.input(1);
        return constants.floats(tensor).kernel("w" + tensor + "_" + operator.output(), order);
    }

    private Parameter bias(LiteOperator operator, Parameter weight) throws MalformedDataException {
        int channels = weight.shape().getFirst();
        int tensor = operator.inputs().size() > 2 ? operator.input(2) : NOTHING;
        if (tensor == NOTHING) {
            return Constant.zeros(channels).vector("none" + channels);
        }
        Parameter known = biases.get(tensor);
        Parameter bias = known == null ? constants.floats(tensor).vector("b" + tensor) : known;
        if (bias.data().length != channels) {
            throw new MalformedDataException("it has a layer of " + channels + " channels with " + bias.data().length
                    + " biases");
        }
        biases.put(tensor, bias);
        return bias;
    }

    private static int side(Parameter weight) {
        return weight.shape().getLast();
    }

    private Operand first(LiteOperator operator) throws MalformedDataException {
        return operand(operator.input(0));
    }

    private List<Operand> all(LiteOperator operator) throws MalformedDataException {
        List<Operand> operands = new ArrayList<>(List.of(first(operator)));
        for (int i = 1; i < operator.inputs().size(); i++) {
            operands.add(operand(operator.input(i)));
        }
        return operands;
    }

    private Operand operand(int tensor) throws MalformedDataException {
        Operand operand = computed.get(tensor);
        if (operand == null) {
            throw new MalformedDataException("it takes the tensor " + tensor + ", which nothing has computed");
        }
        return operand;
    }

    private static int[][] pairs(int[] numbers) {
        int[][] pairs = new int[numbers.length / 2][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new int[] {numbers[2 * i], numbers[2 * i + 1]};
        }
        return pairs;
    }

    private static List<Integer> sides(LiteTensor tensor) throws MalformedDataException {
        List<Integer> shape = tensor.shape();
        if (shape.size() < 2 || shape.getFirst() != 1) {
            throw new MalformedDataException("its tensor " + Quoted.of(tensor.name()) + " of shape "
                    + shape + " has no batch of one");
        }
        return shape.subList(1, shape.size());
    }
}
