package org.posescope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.posescope.model.NetworkRuntime;

/**
 * How fast an engine runs a network.
 *
 * @param single median milliseconds of one picture
 * @param batch  median milliseconds of {@link EngineBench#BATCH} pictures in one call
 */
public record EngineFigures(String model, NetworkRuntime runtime, String precision, double single, double batch) {
    /** A table of the figures of one model; times are compared with the first line's. */
    public static List<String> lines(List<EngineFigures> figures) {
        List<String> lines = new ArrayList<>();
        EngineFigures first = figures.getFirst();
        for (EngineFigures each : figures) {
            lines.add(String.format(Locale.ROOT,
                    "%-28s %-11s %-4s %8.1f ms  x %.2f   %d in one call %8.1f ms, x %.2f of %d calls",
                    each.model, each.runtime.label(), each.precision, each.single, each.single / first.single,
                    EngineBench.BATCH, each.batch, each.batch / (EngineBench.BATCH * each.single), EngineBench.BATCH));
        }
        return lines;
    }
}
