package org.posescope.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import org.posescope.infer.BatchRunner;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.Conversion;
import org.posescope.model.ImportedModel;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelStore;
import org.posescope.tensor.Tensor;

/**
 * Measures the bare networks of an imported model in every engine and precision. The engines take turns, run by run, so that
 * whatever else the machine does meets all of them.
 */
public final class EngineBench {
    /** How many people the second measurement has in one call. */
    public static final int BATCH = 4;

    private static final int WARM_UPS = 3;

    private final ModelStore store;
    private final int threads;
    private final int repetitions;

    public EngineBench(ModelStore store, int threads, int repetitions) {
        this.store = store;
        this.threads = threads;
        this.repetitions = repetitions;
    }

    /** The figures of each conversion, in their order. */
    public List<EngineFigures> run(ImportedModel model) {
        Map<Conversion, Session> sessions = new LinkedHashMap<>();
        try {
            for (Conversion conversion : model.conversions()) {
                ModelFile file = new ModelFile(model.card(conversion),
                        store.imported().folder(model.card().id()).resolve(conversion.file()));
                sessions.put(conversion, Sessions.open(file, SessionOptions.onCpu(threads)));
            }
            Map<Conversion, List<Turn>> turns = measure(sessions, model.card().input());
            return sessions.keySet().stream().map(each -> new EngineFigures(model.card().id(), each.runtime(),
                    each.precision(), median(turns.get(each), Turn::single), median(turns.get(each), Turn::batch)))
                    .toList();
        } finally {
            sessions.values().forEach(Session::close);
        }
    }

    /** Nanoseconds of one picture, and of a batch right after it. */
    private record Turn(long single, long batch) {}

    private Map<Conversion, List<Turn>> measure(Map<Conversion, Session> sessions, InputSpec spec) {
        Tensor one = Tensor.allocate(spec.shape(1));
        Tensor several = Tensor.allocate(spec.shape(BATCH));
        Map<Conversion, List<Turn>> turns = new LinkedHashMap<>();
        for (int repetition = -WARM_UPS; repetition < repetitions; repetition++) {
            for (Map.Entry<Conversion, Session> each : sessions.entrySet()) {
                Turn turn = new Turn(nanos(each.getValue(), one), nanos(each.getValue(), several));
                if (repetition >= 0) {
                    turns.computeIfAbsent(each.getKey(), any -> new ArrayList<>()).add(turn);
                }
            }
        }
        return turns;
    }

    private static long nanos(Session session, Tensor pictures) {
        BatchRunner runner = new BatchRunner(session);
        long start = System.nanoTime();
        runner.run(pictures);
        return System.nanoTime() - start;
    }

    /** In milliseconds. */
    private static double median(List<Turn> turns, ToLongFunction<Turn> part) {
        long[] sorted = turns.stream().mapToLong(part).sorted().toArray();
        return sorted[sorted.length / 2] / 1e6;
    }
}
