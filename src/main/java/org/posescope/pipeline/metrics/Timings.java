package org.posescope.pipeline.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Timings by name, in the order in which the names first came. Writers never wait, but for the first one of a name. */
final class Timings {
    private final Map<String, Timing> byName = new ConcurrentHashMap<>();
    private final List<String> names = new CopyOnWriteArrayList<>();

    void record(String name, long nanos) {
        byName.computeIfAbsent(name, this::timing).record(nanos);
    }

    private Timing timing(String name) {
        names.add(name);
        return new Timing();
    }

    /** Percentiles by name. */
    Map<String, Percentiles> view(Function<Timing, Percentiles> view) {
        Map<String, Percentiles> viewed = new LinkedHashMap<>();
        for (String name : names) {
            // A name is listed before its first duration is there.
            Timing timing = byName.get(name);
            if (timing != null) {
                viewed.put(name, view.apply(timing));
            }
        }
        return Collections.unmodifiableMap(viewed);
    }
}
