package org.posescope.infer.timing;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelFile;
import org.posescope.tensor.Tensor;

/** Runs a network with one thread, twice as many, and so on, up to as many as it may have. */
public final class ThreadTrial {
    private static final int LEAST_RUNS = 3;
    private static final int MOST_RUNS = 20;
    private static final long MOST_NANOS = 200_000_000;

    private final BiFunction<ModelFile, SessionOptions, Session> opener;
    private final RunTimer timer;

    /**
     * @param opener   of sessions
     * @param nanoTime a clock
     */
    public ThreadTrial(BiFunction<ModelFile, SessionOptions, Session> opener, LongSupplier nanoTime) {
        this.opener = opener;
        this.timer = new RunTimer(nanoTime, LEAST_RUNS, MOST_RUNS, MOST_NANOS);
    }

    /** The curve with all numbers that are tried; those that it has are not measured again. */
    ThreadCurve complete(ThreadCurve known, ModelFile model, SessionOptions options) {
        InputSpec spec = model.card().input();
        ThreadCurve curve = known;
        Map<String, Tensor> input = Map.of();
        for (int threads : IntStream.concat(IntStream.iterate(1, each -> each < options.threads(), each -> 2 * each),
                IntStream.of(options.threads())).toArray()) {
            if (!curve.millis().containsKey(threads)) {
                input = input.isEmpty() ? Map.of(spec.name(), NoisePicture.of(spec)) : input;
                curve = curve.with(threads, millis(model, options.withThreads(threads), input));
            }
        }
        return curve;
    }

    private double millis(ModelFile model, SessionOptions options, Map<String, Tensor> input) {
        try (Session session = opener.apply(model, options)) {
            // The first run takes memory and arranges weights.
            session.run(input);
            return timer.millis(session, input);
        }
    }
}
