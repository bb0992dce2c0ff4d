package org.posescope.infer.operator;

import java.nio.FloatBuffer;
import java.util.List;

import org.posescope.tensor.Tensor;

/**
 * {@code TransformTensorBilinear}, version 2: a small picture (rows, columns, channels) out of a large one, read between its pixels where
 * a matrix says; black outside. Middles of pixels lie at halves.
 */
final class PictureTransform implements Kernel {
    @Override
    public void compute(List<Tensor> inputs, Tensor output, FlexMap options) {
        Tensor source = inputs.getFirst();
        Tensor matrix = inputs.get(1);
        int[] sides = output.shape();
        FloatBuffer target = output.data();
        int at = 0;
        for (int y = 0; y < sides[1]; y++) {
            for (int x = 0; x < sides[2]; x++) {
                float column = matrix.get(0) * (x + 0.5f) + matrix.get(1) * (y + 0.5f) + matrix.get(3) - 0.5f;
                float row = matrix.get(4) * (x + 0.5f) + matrix.get(5) * (y + 0.5f) + matrix.get(7) - 0.5f;
                read(source, column, row, target, at);
                at += sides[3];
            }
        }
    }

    private static void read(Tensor source, float column, float row, FloatBuffer target, int at) {
        int[] sides = source.shape();
        int channels = sides[3];
        if (!(column >= 0 && row >= 0 && column <= sides[2] - 1 && row <= sides[1] - 1)) {
            for (int channel = 0; channel < channels; channel++) {
                target.put(at + channel, 0);
            }
            return;
        }
        int left = (int) column;
        int top = (int) row;
        int toRight = left + 1 < sides[2] ? channels : 0;
        int toBottom = top + 1 < sides[1] ? channels * sides[2] : 0;
        float right = column - left;
        float lower = row - top;
        int from = (top * sides[2] + left) * channels;
        for (int k = from; k < from + channels; k++) {
            float above = source.get(k) + right * (source.get(k + toRight) - source.get(k));
            float below = source.get(k + toBottom)
                    + right * (source.get(k + toBottom + toRight) - source.get(k + toBottom));
            target.put(at + k - from, above + lower * (below - above));
        }
    }
}
