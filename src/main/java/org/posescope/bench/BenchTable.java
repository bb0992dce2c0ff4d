package org.posescope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result of a bench for people: medians, with the range of the repetitions. */
public final class BenchTable {
    private BenchTable() {}

    /** Lines of text, aligned. */
    public static List<String> lines(BenchReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s, %d frames, %d repetitions", report.input(), report.frames(),
                report.repetitions()));
        lines.add(
                String.format(Locale.ROOT, "%-12s %18s %8s %8s %10s %9s %9s %9s", "", "fps", "p50 ms", "p95 ms",
                        "cpu ms", "x bare",
                        "x bound", "p95/p50s"));
        report.modes().values().forEach(mode -> lines.add(String.format(Locale.ROOT,
                "%-12s %18s %8.1f %8.1f %10.1f %9.2f %9.2f %9.2f", mode.mode(), range(mode.fps()),
                mode.last().latency().p50(),
                mode.last().latency().p95(), mode.cpuPerFrame().median() * 1000, mode.ratioToBare().median(),
                mode.ratioToBound().median(), mode.latencyRatio().median())));
        lines.add(String.format(Locale.ROOT, "%-12s %18s", "bare loop", range(report.ranges().get("bare_fps"))));
        lines.add(String.format(Locale.ROOT, "%-12s %18s", "decode only", range(report.ranges().get("decode_fps"))));
        lines.add(String.format(Locale.ROOT, "%-12s %18s", "draw only", range(report.ranges().get("draw_fps"))));
        return lines;
    }

    private static String range(Spread spread) {
        return String.format(Locale.ROOT, "%.1f (%.0f-%.0f)", spread.median(), spread.min(), spread.max());
    }
}
