package org.posescope.cli.console;

import java.util.Locale;
import java.util.stream.Collectors;

import org.posescope.pipeline.metrics.Figures;
import org.posescope.pipeline.metrics.MetricsSnapshot;

/** The last second of a run in one line of a terminal. Used by one thread at a time. */
final class MonitorLine {
    private static final String BARS = " ▁▂▃▄▅▆▇█";

    private double lastCpuSeconds = Double.NaN;

    String text(MetricsSnapshot snapshot) {
        Figures figures = snapshot.interval();
        double cpu = snapshot.machine().cpuSeconds();
        double load = Double.isNaN(lastCpuSeconds) ? 0 : (cpu - lastCpuSeconds) / Math.max(figures.seconds(), 1e-3);
        lastCpuSeconds = cpu;
        String stages = figures.stages().entrySet().stream()
                .map(stage -> stage.getKey() + bar(stage.getValue().service().mean() * figures.fps() / 1000))
                .collect(Collectors.joining(" "));
        return String.format(Locale.ROOT, "%s %.1f fps  p50 %.1f p95 %.1f ms  %s  cpu %.0f%%  %.0f MiB",
                snapshot.mode().label(), figures.fps(), figures.latency().p50(), figures.latency().p95(), stages,
                load * 100,
                snapshot.machine().residentMib());
    }

    /** How busy a stage is, 0..1 of one worker. */
    private static char bar(double busy) {
        return BARS.charAt((int) Math.clamp(Math.ceil(busy * (BARS.length() - 1)), 0, BARS.length() - 1));
    }
}
