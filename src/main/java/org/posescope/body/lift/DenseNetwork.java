package org.posescope.body.lift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.posescope.tensor.NdArray;

/**
 * A dense network with residual blocks (Martinez et al. 2017, "A simple yet effective baseline for 3d human pose estimation"): a layer,
 * blocks of two layers whose input is added to their output, a last layer; rectified everywhere but at the end. Immutable and thread-safe.
 */
final class DenseNetwork {
    private final List<Layer> layers;

    /** @param weights inputs x outputs, row by row: whole rows are added, which the compiler turns into vector instructions */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Layer(float[] weights, float[] bias) {
        static Layer of(NdArray weight, NdArray bias) {
            float[] given = weight.toFloats();
            int outputs = weight.dimension(0);
            int inputs = weight.dimension(1);
            float[] turned = new float[given.length];
            for (int out = 0; out < outputs; out++) {
                for (int in = 0; in < inputs; in++) {
                    turned[in * outputs + out] = given[out * inputs + in];
                }
            }
            return new Layer(turned, bias.toFloats());
        }

        float[] apply(float[] in) {
            float[] out = bias.clone();
            for (int i = 0; i < in.length; i++) {
                if (in[i] != 0) {
                    add(in[i], i * out.length, out);
                }
            }
            return out;
        }

        private void add(float factor, int row, float[] out) {
            for (int k = 0; k < out.length; k++) {
                out[k] += factor * weights[row + k];
            }
        }
    }

    private DenseNetwork(List<Layer> layers) {
        this.layers = layers;
    }

    /**
     * Of arrays {@code weight0} (outputs, inputs), {@code bias0} (outputs), {@code weight1} and so on.
     *
     * @throws IllegalArgumentException when they are not those of such a network
     */
    static DenseNetwork of(Map<String, NdArray> arrays) {
        List<Layer> layers = new ArrayList<>();
        int width = -1;
        for (int k = 0; arrays.containsKey("weight" + k); k++) {
            NdArray weight = arrays.get("weight" + k);
            NdArray bias = arrays.get("bias" + k);
            if (bias == null || weight.rank() != 2 || bias.size() != weight.dimension(0)
                    || (width >= 0 && weight.dimension(1) != width)) {
                throw new IllegalArgumentException("layer " + k + " of the lifter does not fit to what is around it");
            }
            width = weight.dimension(0);
            layers.add(Layer.of(weight, bias));
        }
        if (layers.size() < 2 || layers.size() % 2 != 0) {
            throw new IllegalArgumentException("a lifter of " + layers.size() + " layers");
        }
        return new DenseNetwork(layers);
    }

    int inputs() {
        return layers.getFirst().weights.length / layers.getFirst().bias.length;
    }

    int outputs() {
        return layers.getLast().bias.length;
    }

    float[] apply(float[] in) {
        float[] state = rectified(layers.getFirst().apply(in));
        for (int k = 1; k + 1 < layers.size(); k += 2) {
            float[] change = layers.get(k + 1).apply(rectified(layers.get(k).apply(state)));
            for (int i = 0; i < state.length; i++) {
                state[i] += change[i];
            }
            rectified(state);
        }
        return layers.getLast().apply(state);
    }

    /** In place. */
    private static float[] rectified(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
        return values;
    }
}
