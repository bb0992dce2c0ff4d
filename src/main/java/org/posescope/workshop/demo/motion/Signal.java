package org.posescope.workshop.demo.motion;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** A number over time as closely spaced samples, to be filtered. It keeps its first and last value outside. Immutable. */
final class Signal {
    private static final double RATE = 240;

    private final double start;
    private final double[] samples;

    private Signal(double start, double[] samples) {
        this.start = start;
        this.samples = samples;
    }

    static Signal of(double start, double end, DoubleUnaryOperator value) {
        double[] samples = new double[(int) Math.ceil((end - start) * RATE) + 1];
        Arrays.setAll(samples, k -> value.applyAsDouble(start + k / RATE));
        return new Signal(start, samples);
    }

    /** The mean over a window around each time, twice: what changes within less than the window becomes smooth. */
    Signal smoothed(double window) {
        return new Signal(start, mean(mean(samples, half(window / 2)), half(window / 2)));
    }

    /** The least value within a window around each time. */
    Signal lowest(double window) {
        int half = half(window);
        double[] result = new double[samples.length];
        for (int k = 0; k < result.length; k++) {
            double least = samples[k];
            for (int j = Math.max(0, k - half); j <= Math.min(samples.length - 1, k + half); j++) {
                least = Math.min(least, samples[j]);
            }
            result[k] = least;
        }
        return new Signal(start, result);
    }

    private static int half(double window) {
        return (int) Math.round(window * RATE / 2);
    }

    private static double[] mean(double[] values, int half) {
        double[] result = new double[values.length];
        for (int k = 0; k < result.length; k++) {
            double sum = 0;
            for (int j = k - half; j <= k + half; j++) {
                sum += values[Math.clamp(j, 0, values.length - 1)];
            }
            result[k] = sum / (2 * half + 1);
        }
        return result;
    }

    double at(double time) {
        double place = Math.clamp((time - start) * RATE, 0, samples.length - 1.0);
        int before = Math.min((int) place, samples.length - 2);
        return samples[before] + (place - before) * (samples[before + 1] - samples[before]);
    }
}
