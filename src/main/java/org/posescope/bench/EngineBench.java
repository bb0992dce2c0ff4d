package org.posescope.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 * Measures the bare networks of an imported model in every engine and precision. The engines take turns, run by run, so that whatever
 * else the machine does meets all of them.
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
            Map<Conversion, Double> single = millis(sessions, model.card().input(), 1);
            Map<Conversion, Double> batch = millis(sessions, model.card().input(), BATCH);
            return sessions.keySet().stream().map(each -> new EngineFigures(model.card().id(), each.runtime(),
                    each.precision(), single.get(each), batch.get(each))).toList();
        } finally {
            sessions.values().forEach(Session::close);
        }
    }

    private Map<Conversion, Double> millis(Map<Conversion, Session> sessions, InputSpec spec, int pictures) {
        Map<String, Tensor> input = Map.of(spec.name(), Tensor.allocate(spec.shape(pictures)));
        Map<Conversion, List<Long>> nanos = new LinkedHashMap<>();
        for (int turn = -WARM_UPS; turn < repetitions; turn++) {
            for (Map.Entry<Conversion, Session> each : sessions.entrySet()) {
                long start = System.nanoTime();
                each.getValue().run(input);
                long took = System.nanoTime() - start;
                if (turn >= 0) {
                    nanos.computeIfAbsent(each.getKey(), any -> new ArrayList<>()).add(took);
                }
            }
        }
        Map<Conversion, Double> medians = new LinkedHashMap<>();
        nanos.forEach((conversion, values) -> medians.put(conversion, median(values) / 1e6));
        return medians;
    }

    private static double median(List<Long> values) {
        long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
