package org.posescope.infer.operator;

import java.util.List;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Tensor;

/**
 * {@code Landmarks2TransformMatrix}, version 2: the 4 x 4 matrix from places in a small picture to those in a large one, so that the small
 * one is the turned box around some landmarks, widened. Landmarks are x, y, z each.
 */
final class LandmarkMatrix implements Kernel {
    private static final int COORDINATES = 3;

    @Override
    public void compute(List<Tensor> inputs, Tensor output, FlexMap options) throws MalformedDataException {
        Tensor landmarks = inputs.getFirst();
        int left = COORDINATES * (int) options.number("left_rotation_idx");
        int right = COORDINATES * (int) options.number("right_rotation_idx");
        double turn = Math.atan2(landmarks.get(right + 1) - landmarks.get(left + 1),
                landmarks.get(right) - landmarks.get(left)) - options.number("target_rotation_radians");
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (double landmark : options.numbers("subset_idxs")) {
            int at = COORDINATES * (int) landmark;
            double along = cos * landmarks.get(at) + sin * landmarks.get(at + 1);
            double down = cos * landmarks.get(at + 1) - sin * landmarks.get(at);
            least = Math.min(least, along);
            most = Math.max(most, along);
            top = Math.min(top, down);
            bottom = Math.max(bottom, down);
        }
        double width = options.number("output_width");
        double height = options.number("output_height");
        double acrossStep = options.number("scale_x") * (most - least) / width;
        double downStep = options.number("scale_y") * (bottom - top) / height;
        double along = (least + most) / 2 - acrossStep * width / 2;
        double down = (top + bottom) / 2 - downStep * height / 2;
        double[] matrix = {cos * acrossStep, -sin * downStep, 0, cos * along - sin * down, sin * acrossStep,
            cos * downStep, 0, sin * along + cos * down, 0, 0, 1, 0, 0, 0, 0, 1};
        for (int k = 0; k < matrix.length; k++) {
            output.data().put(k, (float) matrix[k]);
        }
    }
}
