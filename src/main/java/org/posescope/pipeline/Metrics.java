package org.posescope.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** Counts and times everything. Writers never wait; snapshots are taken by one thread at a time. */
final class Metrics {
    private final LongAdder read = new LongAdder();
    private final LongAdder admitted = new LongAdder();
    private final Map<Outcome, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> dropped = new ConcurrentHashMap<>();
    private final Timing latency = new Timing();
    private final Timing presented = new Timing();
    private final Map<String, Timing> queues = new ConcurrentHashMap<>();
    private final Map<String, Timing> services = new ConcurrentHashMap<>();
    private final Map<String, Timing> steps = new ConcurrentHashMap<>();
    private final MachineMeter machine = new MachineMeter();
    private long startNanos = System.nanoTime();
    private long intervalStartNanos = startNanos;
    private long intervalStartResults;

    /** Time counts from now. */
    synchronized void begin() {
        startNanos = System.nanoTime();
        intervalStartNanos = startNanos;
    }

    void read(long nanos) {
        read.increment();
        step("source", nanos);
    }

    void admitted() {
        admitted.increment();
    }

    void dropped(String reason) {
        dropped.computeIfAbsent(reason, key -> new LongAdder()).increment();
    }

    void ended(Outcome outcome) {
        outcomes.computeIfAbsent(outcome, key -> new LongAdder()).increment();
    }

    void latency(long nanos) {
        latency.record(nanos);
    }

    void presented(long nanos) {
        presented.record(nanos);
    }

    void stage(String name, long queueNanos, long serviceNanos) {
        queues.computeIfAbsent(name, key -> new Timing()).record(queueNanos);
        services.computeIfAbsent(name, key -> new Timing()).record(serviceNanos);
    }

    void step(String name, long nanos) {
        steps.computeIfAbsent(name, key -> new Timing()).record(nanos);
    }

    Counts counts() {
        Map<String, Long> reasons = new TreeMap<>();
        dropped.forEach((reason, count) -> reasons.put(reason, count.sum()));
        // Ended frames are read first, so that a frame that ends meanwhile never makes more ends than admissions.
        long results = count(Outcome.RESULT);
        long failed = count(Outcome.FAILED);
        long timedOut = count(Outcome.TIMED_OUT);
        long stale = count(Outcome.STALE);
        return new Counts(read.sum(), admitted.sum(), results, failed, timedOut, stale, reasons);
    }

    private long count(Outcome outcome) {
        LongAdder adder = outcomes.get(outcome);
        return adder == null ? 0 : adder.sum();
    }

    synchronized MetricsSnapshot snapshot(Mode mode, int inFlight) {
        long now = System.nanoTime();
        Counts counts = counts();
        double seconds = (now - intervalStartNanos) * 1e-9;
        Figures interval = figures(seconds, counts.results() - intervalStartResults, Timing::interval);
        Figures total = figures((now - startNanos) * 1e-9, counts.results(), Timing::total);
        intervalStartNanos = now;
        intervalStartResults = counts.results();
        return new MetricsSnapshot(mode, inFlight, counts, interval, total, machine.measure());
    }

    private Figures figures(double seconds, long results, Function<Timing, Percentiles> view) {
        Map<String, Figures.StageTimes> stages = new LinkedHashMap<>();
        services.forEach((name, service) -> stages.put(name,
                new Figures.StageTimes(view.apply(queues.get(name)), view.apply(service))));
        Map<String, Percentiles> stepTimes = new LinkedHashMap<>();
        steps.forEach((name, timing) -> stepTimes.put(name, view.apply(timing)));
        return new Figures(seconds, results / Math.max(seconds, 1e-9), view.apply(latency), view.apply(presented),
                stages,
                stepTimes);
    }
}
