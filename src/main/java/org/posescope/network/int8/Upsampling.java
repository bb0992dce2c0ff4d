package org.posescope.network.int8;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.posescope.network.onnx.edit.OnnxArray;
import org.posescope.network.onnx.edit.OnnxAttribute;
import org.posescope.network.onnx.edit.OnnxOperator;
import org.posescope.tensor.MalformedDataException;

/**
 * The geometry of a transposed convolution that makes pictures larger by its stride s. Along an axis, output pixel {@code s q + r}
 * sums {@code x[q + f - j] w[s j + m]} over {@code j}, where {@code f} and {@code m} are quotient and remainder of {@code (r + pad) / s}
 * (from ConvTranspose in onnx/docs/Operators.md).
 *
 * @param weight of the transposed convolution: input channels, output channels of a group, rows, columns
 */
record Upsampling(OnnxArray weight, int groups, int stride, int padRows, int padColumns) {
    private static final int RANK = 4;

    /** That of an operator, empty when it is of another kind. */
    static Optional<Upsampling> of(OnnxOperator operator, OnnxArray weight) {
        try {
            return weight.shape().size() == RANK && weight.size() > 0 ? read(operator, weight) : Optional.empty();
        } catch (MalformedDataException e) {
            throw new IllegalArgumentException("the attributes of " + operator.output() + " are damaged", e);
        }
    }

    private static Optional<Upsampling> read(OnnxOperator operator, OnnxArray weight) throws MalformedDataException {
        long[] strides = numbers(operator, "strides", 1, 1);
        long[] dilations = numbers(operator, "dilations", 1, 1);
        long[] pads = numbers(operator, "pads", 0, 0, 0, 0);
        long[] further = numbers(operator, "output_padding", 0, 0);
        boolean plain = operator.attribute("output_shape").isEmpty() && operator.attribute("auto_pad").isEmpty()
                && Arrays.equals(dilations, new long[] {1, 1}) && pads.length == RANK && further.length == 2
                && strides.length == 2 && strides[0] == strides[1] && strides[0] > 1;
        long group = operator.number("group", 1);
        if (!plain || group < 1 || weight.shape().get(0) % group != 0) {
            return Optional.empty();
        }
        for (int axis = 0; axis < 2; axis++) {
            long kernel = weight.shape().get(2 + axis);
            boolean grows = kernel - pads[axis] - pads[axis + 2] + further[axis] == strides[axis];
            boolean inside = pads[axis] >= 0 && kernel >= strides[axis] && pads[axis] < kernel;
            if (!grows || !inside) {
                return Optional.empty();
            }
        }
        Upsampling upsampling = new Upsampling(weight, (int) group, (int) strides[0], (int) pads[0], (int) pads[1]);
        return Optional.of(upsampling).filter(Upsampling::hasBordersOutside);
    }

    private static long[] numbers(OnnxOperator operator, String attribute, long... otherwise)
            throws MalformedDataException {
        Optional<OnnxAttribute> found = operator.attribute(attribute);
        return found.isPresent() ? found.get().numbers() : otherwise;
    }

    /** Of the output. */
    int channels() {
        return weight.shape().get(1) * groups;
    }

    private boolean hasBordersOutside() {
        return IntStream.range(0, stride)
                .allMatch(remainder -> Arrays.stream(pads(remainder, remainder)).allMatch(pad -> pad >= 0));
    }

    /** Weights that take part in the pixels of a remainder. */
    private int taps(int kernel, int pad, int remainder) {
        return Math.ceilDiv(kernel - (remainder + pad) % stride, stride);
    }

    /** The borders of the convolution that gives the pixels of these remainders: top, left, bottom, right. */
    long[] pads(int row, int column) {
        int below = (row + padRows) / stride;
        int behind = (column + padColumns) / stride;
        int rows = taps(weight.shape().get(2), padRows, row);
        int columns = taps(weight.shape().get(3), padColumns, column);
        return new long[] {rows - 1 - below, columns - 1 - behind, below, behind};
    }

    /** The weights of that convolution: output channels, input channels of a group, rows, columns. */
    OnnxArray weight(String name, int row, int column) {
        int inputs = weight.shape().get(0) / groups;
        int outputs = weight.shape().get(1);
        int height = weight.shape().get(2);
        int width = weight.shape().get(3);
        int rows = taps(height, padRows, row);
        int columns = taps(width, padColumns, column);
        int firstRow = (row + padRows) % stride;
        int firstColumn = (column + padColumns) % stride;
        float[] given = weight.floats();
        float[] part = new float[groups * outputs * inputs * rows * columns];
        int at = 0;
        for (int output = 0; output < groups * outputs; output++) {
            for (int input = 0; input < inputs; input++) {
                int kernel = ((output / outputs * inputs + input) * outputs + output % outputs) * height * width;
                for (int y = rows - 1; y >= 0; y--) {
                    for (int x = columns - 1; x >= 0; x--) {
                        part[at++] = given[kernel + (stride * y + firstRow) * width + stride * x + firstColumn];
                    }
                }
            }
        }
        return OnnxArray.of(name, part, groups * outputs, inputs, rows, columns);
    }
}
