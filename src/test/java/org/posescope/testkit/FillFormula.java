package org.posescope.testkit;

import java.nio.charset.StandardCharsets;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/** The numbers that shared/fixtures/README.md fills networks with. */
public record FillFormula(String salt, double gain) {
    private static final int GOLDEN = (int) 2654435761L;
    private static final int MIX = 0x45d9f3b;
    private static final double TWO_TO_32 = 0x1p32;

    /** Row by row. */
    public float[] values(WeightSpec weight) {
        int seed = seed(weight.name());
        IntToDoubleFunction value = switch (weight.kind()) {
            case "conv_weight", "linear_weight", "deconv_weight" -> {
                double bound = gain * Math.sqrt(3.0 / weight.fanIn());
                yield i -> (2 * unit(seed, i) - 1) * bound;
            }
            case "bn_weight" -> i -> 1 + 0.2 * (2 * unit(seed, i) - 1);
            case "bn_running_var" -> i -> 1 + 0.4 * unit(seed, i);
            default -> i -> 0.1 * (2 * unit(seed, i) - 1);
        };
        float[] values = new float[weight.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = (float) value.applyAsDouble(i));
        return values;
    }

    int seed(String name) {
        CRC32 crc = new CRC32();
        crc.update((salt + name).getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    /** 0..1. */
    static double unit(int seed, int index) {
        int x = seed + index * GOLDEN;
        x ^= x >>> 16;
        x *= MIX;
        x ^= x >>> 16;
        return Integer.toUnsignedLong(x) / TWO_TO_32;
    }
}
