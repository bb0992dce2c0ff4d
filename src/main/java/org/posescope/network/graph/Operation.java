package org.posescope.network.graph;

import java.util.List;

/**
 * One step of a network, in inference: normalizations are folded into the convolutions before them, dropout is not there. Where
 * nothing else is said an operation takes one value and works on pictures (batch, channels, rows, columns).
 */
public sealed interface Operation {
    /**
     * @param weight   output channels x input channels / groups x kernel x kernel
     * @param bias     one a channel
     * @param dilation distance between the pixels that neighbouring weights see; 1 where they are neighbours too
     */
    record Convolution(Parameter weight, Parameter bias, int stride, int padding, int dilation, int groups)
            implements
                Operation {
        public Convolution(Parameter weight, Parameter bias, int stride, int padding, int groups) {
            this(weight, bias, stride, padding, 1, groups);
        }
    }

    /** @param weight input channels x output channels x kernel x kernel */
    record TransposedConvolution(Parameter weight, Parameter bias, int stride, int padding) implements Operation {}

    /**
     * A layer on vectors (batch, features).
     *
     * @param weight outputs x inputs
     */
    record Linear(Parameter weight, Parameter bias) implements Operation {}

    /** A function of each number, for any shape. */
    enum Elementwise implements Operation {
        RELU,
        /** {@code min(max(x, 0), 6)}. */
        RELU6,
        /** {@code x * sigmoid(x)}, also called swish. */
        SILU,
        /** x where it is positive, otherwise {@code exp(x) - 1}. */
        ELU, SIGMOID, EXP
    }

    /** {@code x}, or {@code slope * x} where that is negative, for any shape. */
    record LeakyRelu(float slope) implements Operation {}

    /**
     * {@code x}, or a multiple of it where that is negative.
     *
     * @param slopes of each channel, as a shape of channels x 1 x 1
     */
    record ChannelRelu(Parameter slopes) implements Operation {}

    /** Of each square of the picture; the border does not count. */
    record MaxPool(int kernel, int stride, int padding) implements Operation {}

    /** The mean of each square of the picture; squares lie side by side, what is left at the lower and right border is not read. */
    record AveragePool(int side) implements Operation {}

    /** The mean of each channel, a vector. */
    record GlobalAveragePool() implements Operation {}

    /** Repeats each pixel in a square of {@code factor} times {@code factor}. */
    record NearestUpsample(int factor) implements Operation {}

    /**
     * Bilinear interpolation. Edge pixels reach to the border.
     *
     * @param alignCorners whether the centres of the corner pixels fall together; otherwise the corners of the pictures do
     */
    record BilinearResize(int rows, int columns, boolean alignCorners) implements Operation {}

    /** Bilinear interpolation to twice the rows and columns of whatever picture it is; the corners of the pictures fall together. */
    record BilinearDoubling() implements Operation {}

    /**
     * Lays the channels of each pixel out as a square of {@code block} times {@code block} pixels: channel
     * {@code (row * block + column) * channels + c} becomes channel {@code c} of the pixel at that row and column.
     */
    record DepthToSpace(int block) implements Operation {}

    /**
     * Keeps each second row and column.
     *
     * @param row    0 or 1, where to begin
     * @param column 0 or 1
     */
    record EverySecondPixel(int row, int column) implements Operation {}

    /** Of two values of the same shape, or one whose sides of 1 are stretched to the other's. */
    enum Arithmetic implements Operation {
        ADD, SUBTRACT, MULTIPLY
    }

    /** As {@link Arithmetic} with a constant as the second value; the constant's first side is 1. */
    record WithConstant(Arithmetic function, Parameter constant) implements Operation {}

    /** Takes any number of values and puts them one behind the other along an axis. */
    record Concat(int axis) implements Operation {}

    /** The places {@code from} to {@code to - 1} of an axis. */
    record Slice(int axis, int from, int to) implements Operation {}

    /** The same numbers in the same order. */
    record Reshape(List<Integer> sides) implements Operation {
        public Reshape {
            sides = List.copyOf(sides);
        }
    }

    /**
     * Puts the axes in another order; the batch stays first.
     *
     * @param axes for each axis of the result from 1 on, that of the value which becomes it
     */
    record Permute(List<Integer> axes) implements Operation {
        public Permute {
            axes = List.copyOf(axes);
        }
    }

    /**
     * Adds a border of one value.
     *
     * @param before for each axis from 1 on, how much is added before its first place
     * @param after  likewise behind its last
     */
    record Pad(List<Integer> before, List<Integer> after, float value) implements Operation {
        public Pad {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** Sum along an axis, which stays with a length of 1. */
    record Sum(int axis) implements Operation {}

    /** Divides by the Euclidean length along an axis. */
    record Normalize(int axis) implements Operation {}

    /**
     * The constant once for each item of the batch that its value has.
     *
     * @param constant its first side is 1
     */
    record RepeatForBatch(Parameter constant) implements Operation {}

    /**
     * Where a network that computes in a short floating-point format returns to float32: what follows are coordinates and angles,
     * too few to be worth the loss. Otherwise it does nothing.
     */
    record FullPrecision() implements Operation {}
}
