package org.posescope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.posescope.model.NetworkRuntime;

/**
 * How fast an engine runs a network.
 *
 * @param single median milliseconds of one picture
 * @param batch  median milliseconds of {@link RuntimeBench#BATCH} pictures in one call
 */
public record RuntimeFigures(String model, NetworkRuntime runtime, String precision, double single, double batch) {
    /** A table of the figures of one model; times are compared with the first line's. */
    public static List<String> lines(List<RuntimeFigures> figures) {
        List<String> lines = new ArrayList<>();
        RuntimeFigures first = figures.getFirst();
        for (RuntimeFigures each : figures) {
            lines.add(String.format(Locale.ROOT,
                    "%-28s %-11s %-4s %8.1f ms  x %.2f   %d in one call %8.1f ms, x %.2f of %d calls",
                    each.model, each.runtime.label(), each.precision, each.single, each.single / first.single,
                    RuntimeBench.BATCH, each.batch, each.batch / (RuntimeBench.BATCH * each.single),
                    RuntimeBench.BATCH));
        }
        return lines;
    }
}
