package org.posescope.report;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.posescope.pipeline.metrics.Counts;
import org.posescope.pipeline.metrics.Figures;
import org.posescope.pipeline.metrics.MachineFigures;
import org.posescope.pipeline.metrics.MachineMeter;
import org.posescope.pipeline.metrics.MetricsSnapshot;

/** Takes the marks of the machine at the start, after warming up, and at the end of a run, and makes its report. */
public final class RunMeter {
    private static final int WARM_UP_RESULTS = 100;

    private final MachineMeter meter = new MachineMeter();
    private MachineFigures start = meter.measure();
    private MachineFigures warm = start;
    private int results;

    /** Just before the first frame is let in. */
    public synchronized void started() {
        start = meter.measure();
        warm = start;
    }

    /** After each result. */
    public synchronized void result() {
        if (++results == WARM_UP_RESULTS) {
            warm = meter.measure();
        }
    }

    /** The report of the run whose last snapshot this is, from {@link #started} on. */
    public synchronized RunReport report(MetricsSnapshot last, RunDescription run) {
        return report(last, meter.measure().cpuSeconds() - start.cpuSeconds(), run);
    }

    /** As {@link #report(MetricsSnapshot, RunDescription)} with processor time that was measured elsewhere. */
    public synchronized RunReport report(MetricsSnapshot last, double cpuSeconds, RunDescription run) {
        MachineFigures end = meter.measure();
        Counts counts = last.counts();
        Figures total = last.total();
        Map<String, Long> dropped = new TreeMap<>(counts.dropped());
        if (counts.stale() > 0) {
            dropped.merge("stale", counts.stale(), Long::sum);
        }
        MachineInfo machine = MachineInfo.here();
        return new RunReport(counts.read(), counts.results(), dropped, counts.failed() + counts.timedOut(),
                Reports.round(total.seconds()), Reports.round(cpuSeconds), Reports.round(total.fps()),
                Reports.times(total.latency()), Reports.times(total.presented()), Reports.stages(total),
                Reports.steps(total), last.mode().label(), run.policy().name().toLowerCase(Locale.ROOT),
                run.plan().networks().preset(),
                run.models(), run.requests(), run.streams(), Math.round(end.peakMib()), Math.round(warm.nativeMib()),
                Math.round(end.nativeMib()), run.recording().map(RunDescription.Recording::video),
                run.recording().flatMap(RunDescription.Recording::audio),
                run.recording().map(RunDescription.Recording::overflow), run.camera(), run.warnings(), run.version(),
                machine.java(),
                machine.os(),
                machine.cpu(), run.plan());
    }
}
