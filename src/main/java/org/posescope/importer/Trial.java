package org.posescope.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.posescope.error.UserException;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.infer.timing.NoisePicture;
import org.posescope.infer.timing.RunTimer;
import org.posescope.model.Conversion;
import org.posescope.model.ConversionTiming;
import org.posescope.model.ImportedModel;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelFile;
import org.posescope.model.Precision;
import org.posescope.model.RuntimeChoice;
import org.posescope.tensor.Tensor;

/**
 * Runs each conversion of a model on the same made-up picture: they must give the same numbers (in float32), and how long they take decides which one
 * is used.
 */
final class Trial {
    /** Of the largest magnitude of an output, between two runtimes in the same precision. */
    private static final double TOLERANCE = 1e-3;
    /** Smaller magnitudes than this count as this: a probability of 1e-10 is as good as none. */
    private static final double LEAST_MAGNITUDE = 1e-3;
    /** TorchScript optimizes itself in the first two. */
    private static final int LEAST_RUNS = 4;
    private static final int MOST_RUNS = 12;
    private static final long MOST_NANOS = 1_500_000_000L;

    private final RunTimer timer = new RunTimer(System::nanoTime, LEAST_RUNS, MOST_RUNS, MOST_NANOS);
    private final int threads;
    private final String machine;

    Trial(int threads, String machine) {
        this.threads = threads;
        this.machine = machine;
    }

    static Trial ofThisMachine() {
        return new Trial(Runtime.getRuntime().availableProcessors(), RuntimeChoice.automatic().machine());
    }

    /** What timings are kept for, see {@link ConversionTiming#machine}. */
    String machine() {
        return machine;
    }

    /**
     * The timings of the conversions.
     *
     * @param folder of the files
     * @throws UserException when a conversion cannot be run or gives other numbers than the first
     */
    List<ConversionTiming> run(ImportedModel model, Path folder) {
        InputSpec spec = model.card().input();
        Map<String, Tensor> input = Map.of(spec.name(), NoisePicture.of(spec));
        Map<String, float[]> reference = Map.of();
        List<ConversionTiming> timings = new ArrayList<>();
        for (Conversion conversion : model.conversions()) {
            ModelFile file = new ModelFile(model.card(conversion), folder.resolve(conversion.file()));
            try (Session session = Sessions.open(file, SessionOptions.onCpu(threads))) {
                Map<String, Tensor> outputs = session.run(input);
                if (reference.isEmpty()) {
                    reference = copy(outputs);
                }
                requireSame(reference, outputs, conversion, file);
                timings.add(new ConversionTiming(machine, conversion.runtime(), conversion.precision(),
                        timer.millis(session, input)));
            }
        }
        return timings;
    }

    private static Map<String, float[]> copy(Map<String, Tensor> outputs) {
        Map<String, float[]> copy = new HashMap<>();
        outputs.forEach((name, tensor) -> copy.put(name, tensor.toArray()));
        return copy;
    }

    /** In short numbers only that they are numbers: how many digits are right depends on the weights and the picture. */
    private static void requireSame(Map<String, float[]> reference, Map<String, Tensor> outputs, Conversion conversion,
            ModelFile file) {
        double tolerance = conversion.precision() == Precision.FP32 ? TOLERANCE : Float.MAX_VALUE;
        reference.forEach((name, expected) -> {
            float[] actual = outputs.get(name).toArray();
            double largest = LEAST_MAGNITUDE;
            double difference = 0;
            for (int i = 0; i < expected.length; i++) {
                largest = Math.max(largest, Math.abs(expected[i]));
                difference = Math.max(difference, Math.abs((double) actual[i] - expected[i]));
            }
            if (!(difference <= tolerance * largest)) {
                throw new UserException(file.card().id() + " gives other numbers in " + conversion.runtime().label()
                        + " " + conversion.precision().label() + " than in the first runtime (output " + name + " by "
                        + difference + " of " + largest
                        + "), so the checkpoint is damaged or this system computes wrongly");
            }
        });
    }
}
