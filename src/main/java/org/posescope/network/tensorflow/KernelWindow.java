package org.posescope.network.tensorflow;

/**
 * How a kernel goes over a picture.
 *
 * @param kernel side of the square that it covers
 * @param stride of its steps, in both directions
 * @param same   whether the picture is padded so that it has {@code ceil(side / stride)} places ({@code SAME}), or not at all
 *               ({@code VALID}); TensorFlow, {@code tf.nn.convolution}
 */
public record KernelWindow(int kernel, int stride, boolean same) {
    private static final int LARGEST = 1 << 10;

    /** @throws IllegalArgumentException when no kernel goes like that */
    public KernelWindow {
        if (kernel < 1 || kernel > LARGEST || stride < 1 || stride > LARGEST) {
            throw new IllegalArgumentException("a kernel of " + kernel + " in steps of " + stride);
        }
    }

    /** The border of a picture; where it cannot be even, the larger half is below and to the right. */
    Margin margin(int rows, int columns, float value) {
        int vertical = same ? total(rows) : 0;
        int horizontal = same ? total(columns) : 0;
        return Margin.around(vertical / 2, vertical - vertical / 2, horizontal / 2, horizontal - horizontal / 2, value);
    }

    private int total(int side) {
        int places = Math.ceilDiv(side, stride);
        return Math.max(0, (places - 1) * stride + kernel - side);
    }
}
