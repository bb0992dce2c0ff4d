package org.posescope.pipeline.metrics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** Counts and times everything. Writers never wait; snapshots are taken by one thread at a time. */
public final class Metrics {
    private static final double SECONDS_PER_NANO = 1e-9;

    private final LongAdder read = new LongAdder();
    private final LongAdder admitted = new LongAdder();
    private final Map<Outcome, LongAdder> outcomes = adders(Outcome.class);
    private final Map<DropReason, LongAdder> dropped = adders(DropReason.class);
    private final Timing latency = new Timing();
    private final Timing presented = new Timing();
    private final Timings queues = new Timings();
    private final Timings services = new Timings();
    private final Timings steps = new Timings();
    private final MachineMeter machine = new MachineMeter();
    private long startNanos = System.nanoTime();
    private OptionalLong endNanos = OptionalLong.empty();
    private long intervalStartNanos = startNanos;
    private long intervalStartResults;

    private static <E extends Enum<E>> Map<E, LongAdder> adders(Class<E> kinds) {
        Map<E, LongAdder> adders = new EnumMap<>(kinds);
        for (E kind : kinds.getEnumConstants()) {
            adders.put(kind, new LongAdder());
        }
        return adders;
    }

    /** Time counts from now. */
    public synchronized void begin() {
        startNanos = System.nanoTime();
        intervalStartNanos = startNanos;
    }

    /** Time stands still from now, so that rates of the whole run do not fade after its end. */
    public synchronized void end() {
        if (endNanos.isEmpty()) {
            endNanos = OptionalLong.of(System.nanoTime());
        }
    }

    public void read(long nanos) {
        read.increment();
        step("source", nanos);
    }

    public void admitted() {
        admitted.increment();
    }

    public void dropped(DropReason reason) {
        dropped.get(reason).increment();
    }

    public void ended(Outcome outcome) {
        outcomes.get(outcome).increment();
    }

    public void latency(long nanos) {
        latency.record(nanos);
    }

    public void presented(long nanos) {
        presented.record(nanos);
    }

    public void stage(String name, long queueNanos, long serviceNanos) {
        queues.record(name, queueNanos);
        services.record(name, serviceNanos);
    }

    public void step(String name, long nanos) {
        steps.record(name, nanos);
    }

    public Counts counts() {
        // The later on a frame's way, the earlier it is read, so that no frame has ended that was not admitted, and none was
        // admitted or dropped that was not read.
        long results = count(Outcome.RESULT);
        long failed = count(Outcome.FAILED);
        long timedOut = count(Outcome.TIMED_OUT);
        long stale = count(Outcome.STALE);
        long in = admitted.sum();
        Map<String, Long> reasons = new TreeMap<>();
        dropped.forEach((reason, count) -> {
            if (count.sum() > 0) {
                reasons.put(reason.label(), count.sum());
            }
        });
        return new Counts(read.sum(), in, results, failed, timedOut, stale, reasons);
    }

    private long count(Outcome outcome) {
        return outcomes.get(outcome).sum();
    }

    public synchronized MetricsSnapshot snapshot(Mode mode, int inFlight) {
        long now = endNanos.orElseGet(System::nanoTime);
        Counts counts = counts();
        Figures interval = figures(now - intervalStartNanos, counts.results() - intervalStartResults, Timing::interval);
        // After the interval, which goes into the total when it is closed.
        Figures total = figures(now - startNanos, counts.results(), Timing::total);
        intervalStartNanos = now;
        intervalStartResults = counts.results();
        return new MetricsSnapshot(mode, inFlight, counts, interval, total, machine.measure());
    }

    private Figures figures(long nanos, long results, Function<Timing, Percentiles> view) {
        Map<String, Figures.StageTimes> stages = new LinkedHashMap<>();
        Map<String, Percentiles> queueTimes = queues.view(view);
        services.view(view).forEach((name, service) -> {
            if (queueTimes.containsKey(name)) {
                stages.put(name, new Figures.StageTimes(queueTimes.get(name), service));
            }
        });
        double seconds = nanos * SECONDS_PER_NANO;
        return new Figures(seconds, seconds > 0 ? results / seconds : 0, view.apply(latency), view.apply(presented),
                Collections.unmodifiableMap(stages), steps.view(view));
    }
}
