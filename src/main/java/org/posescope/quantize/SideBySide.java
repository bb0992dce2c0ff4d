package org.posescope.quantize;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.posescope.infer.Session;
import org.posescope.tensor.Tensor;

/** Runs a float network and int8 ones in turns on the same inputs, so that whatever else the machine does meets all of them. */
final class SideBySide {
    private static final int WARM_UPS = 2;
    private static final int LEAST_ROUNDS = 10;
    private static final int MOST_ROUNDS = 60;
    private static final long MOST_NANOS = 4_000_000_000L;

    private final Session reference;
    private final List<Session> others;
    private final List<Errors> errors = new ArrayList<>();
    private final long[] shortest;

    SideBySide(Session reference, List<Session> others) {
        this.reference = reference;
        this.others = others;
        others.forEach(any -> errors.add(new Errors()));
        shortest = new long[others.size() + 1];
        Arrays.fill(shortest, Long.MAX_VALUE);
    }

    /** Compares outputs first and then times. */
    void run(SeenInputs inputs) throws IOException {
        String input = reference.inputs().getFirst().name();
        for (int picture : inputs.comparing().toArray()) {
            compare(Map.of(input, inputs.read(picture)));
        }
        long begin = System.nanoTime();
        for (int round = -WARM_UPS; round < LEAST_ROUNDS
                || (round < MOST_ROUNDS && System.nanoTime() - begin < MOST_NANOS); round++) {
            time(Map.of(input, inputs.read(Math.floorMod(round, inputs.count()))), round >= 0);
        }
    }

    private void compare(Map<String, Tensor> input) {
        Map<String, float[]> expected = new HashMap<>();
        reference.run(input).forEach((name, output) -> expected.put(name, output.toArray()));
        for (int i = 0; i < others.size(); i++) {
            Map<String, Tensor> actual = others.get(i).run(input);
            Errors sum = errors.get(i);
            expected.forEach((name, numbers) -> sum.add(name, numbers, actual.get(name)));
        }
    }

    private void time(Map<String, Tensor> input, boolean counted) {
        for (int i = 0; i < shortest.length; i++) {
            Session session = i == 0 ? reference : others.get(i - 1);
            long start = System.nanoTime();
            session.run(input);
            if (counted) {
                shortest[i] = Math.min(shortest[i], System.nanoTime() - start);
            }
        }
    }

    /** Shortest run of one of the others as a part of the reference's. */
    double timeRatio(int other) {
        return (double) shortest[other + 1] / shortest[0];
    }

    /** Difference of one of the others from the reference, that of the output in which it is largest. */
    double difference(int other) {
        return errors.get(other).largest();
    }

    /** Sums of squares, by output. */
    private static final class Errors {
        private final Map<String, double[]> sums = new HashMap<>();

        void add(String output, float[] expected, Tensor actual) {
            double[] sum = sums.computeIfAbsent(output, any -> new double[2]);
            for (int i = 0; i < expected.length; i++) {
                double error = actual.get(i) - expected[i];
                sum[0] += error * error;
                sum[1] += (double) expected[i] * expected[i];
            }
        }

        double largest() {
            return sums.values().stream().mapToDouble(sum -> sum[0] == 0 ? 0 : Math.sqrt(sum[0] / sum[1])).max()
                    .orElse(0);
        }
    }
}
