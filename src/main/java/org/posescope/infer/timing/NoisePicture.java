package org.posescope.infer.timing;

import java.nio.FloatBuffer;
import java.util.Random;

import org.posescope.model.InputSpec;
import org.posescope.tensor.Tensor;

/** A made-up picture for networks that are only tried. */
public final class NoisePicture {
    private static final int LEVELS = 256;
    private static final int CHANNELS = 3;

    private NoisePicture() {}

    /** Noise of all levels of grey, from a fixed seed, as pictures enter the network: a batch of one. */
    public static Tensor of(InputSpec spec) {
        Tensor tensor = Tensor.allocate(spec.shape(1));
        FloatBuffer data = tensor.data();
        Random random = new Random(1);
        int plane = spec.width() * spec.height();
        for (int i = 0; i < tensor.size(); i++) {
            int channel = spec.layout() == InputSpec.Layout.NCHW ? i / plane : i % CHANNELS;
            data.put(i, (random.nextInt(LEVELS) - spec.mean().get(channel)) * spec.scale().get(channel));
        }
        return tensor;
    }
}
