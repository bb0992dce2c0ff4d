package org.posescope.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import org.posescope.error.Cleanup;
import org.posescope.infer.BatchRunner;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelFile;
import org.posescope.pose.blazepose.BlazePose;
import org.posescope.tensor.Tensor;

/**
 * Measures a bare network in every engine and precision. The engines take turns, run by run, so that
 * whatever else the machine does meets all of them.
 */
public final class RuntimeBench {
    /** How many people the second measurement has in one call. */
    public static final int BATCH = 4;

    private static final int WARM_UPS = 3;

    private final int threads;
    private final int repetitions;

    public RuntimeBench(int threads, int repetitions) {
        this.threads = threads;
        this.repetitions = repetitions;
    }

    /**
     * The figures of each file, in their order.
     *
     * @param files of one network
     */
    public List<RuntimeFigures> run(List<ModelFile> files) {
        Map<ModelFile, Session> sessions = new LinkedHashMap<>();
        try {
            for (ModelFile file : files) {
                sessions.put(file, Sessions.open(file,
                        new SessionOptions(threads, SessionOptions.CPU, BlazePose.unreadOutputs(file.card()))));
            }
            Map<ModelFile, List<Turn>> turns = measure(sessions, files.getFirst().card().input());
            return files.stream().map(each -> new RuntimeFigures(each.card().id(), each.card().runtime(),
                    each.card().precision(), median(turns.get(each), Turn::single),
                    median(turns.get(each), Turn::batch))).toList();
        } finally {
            Cleanup.each(sessions.values(), Session::close);
        }
    }

    /** Nanoseconds of one picture, and of a batch right after it. */
    private record Turn(long single, long batch) {}

    private Map<ModelFile, List<Turn>> measure(Map<ModelFile, Session> sessions, InputSpec spec) {
        Tensor one = Tensor.allocate(spec.shape(1));
        Tensor several = Tensor.allocate(spec.shape(BATCH));
        Map<ModelFile, List<Turn>> turns = new LinkedHashMap<>();
        for (int repetition = -WARM_UPS; repetition < repetitions; repetition++) {
            for (Map.Entry<ModelFile, Session> each : sessions.entrySet()) {
                BatchRunner runner = new BatchRunner(each.getValue());
                Turn turn = new Turn(nanos(runner, one), nanos(runner, several));
                if (repetition >= 0) {
                    turns.computeIfAbsent(each.getKey(), any -> new ArrayList<>()).add(turn);
                }
            }
        }
        return turns;
    }

    private static long nanos(BatchRunner runner, Tensor input) {
        long start = System.nanoTime();
        runner.run(input);
        return System.nanoTime() - start;
    }

    /** In milliseconds. */
    private static double median(List<Turn> turns, ToLongFunction<Turn> part) {
        long[] sorted = turns.stream().mapToLong(part).sorted().toArray();
        return sorted[sorted.length / 2] / 1e6;
    }
}
