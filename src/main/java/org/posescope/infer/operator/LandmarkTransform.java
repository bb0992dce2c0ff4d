package org.posescope.infer.operator;

import java.util.List;

import org.posescope.tensor.Tensor;

/** {@code TransformLandmarks}, version 2: landmarks (x, y and perhaps z) through a 4 x 4 matrix of the plane; z stays. */
final class LandmarkTransform implements Kernel {
    @Override
    public void compute(List<Tensor> inputs, Tensor output, FlexMap options) {
        Tensor landmarks = inputs.getFirst();
        Tensor matrix = inputs.get(1);
        int[] sides = landmarks.shape();
        int coordinates = sides[sides.length - 1];
        for (int at = 0; at < Tensor.elements(sides); at += coordinates) {
            float x = landmarks.get(at);
            float y = landmarks.get(at + 1);
            output.data().put(at, matrix.get(0) * x + matrix.get(1) * y + matrix.get(3));
            output.data().put(at + 1, matrix.get(4) * x + matrix.get(5) * y + matrix.get(7));
            for (int k = 2; k < coordinates; k++) {
                output.data().put(at + k, landmarks.get(at + k));
            }
        }
    }
}
