package org.posescope.cli.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.posescope.eval.AngleFigures;
import org.posescope.eval.MeasureFigures;
import org.posescope.eval.Pose3dFigures;

/** The figures of 3D joints, as text. */
public final class Pose3dTable {
    private Pose3dTable() {}

    /** One row of the result. */
    public record Row(boolean smoothed, Pose3dFigures figures) {}

    public static void print(List<Row> rows, PrintWriter out) {
        TextTable table = new TextTable("joints", "smoothed", "found", "MPJPE mm", "PA-MPJPE mm", "PVE mm",
                "accel mm/frame2", "lag frames");
        for (Row row : rows) {
            Pose3dFigures figures = row.figures;
            table.add(figures.joints(), row.smoothed ? "yes" : "no",
                    String.format(Locale.ROOT, "%d of %d (%.1f%%)", figures.found(), figures.expected(),
                            100.0 * figures.found() / Math.max(1, figures.expected())),
                    number(figures.mpjpeMm()), number(figures.paMpjpeMm()), number(figures.pveMm()),
                    number(figures.acceleration()), number(figures.lagFrames()));
        }
        table.print(out);
        printMeasures(rows, out);
        printAngles(rows, out);
    }

    /** Angles of bodies, a row each, left and right together. */
    private static void printAngles(List<Row> rows, PrintWriter out) {
        if (rows.stream().allMatch(row -> row.figures.angles().isEmpty())) {
            return;
        }
        TextTable table = new TextTable("joints", "smoothed", "angle", "mean error", "bias", "unit", "angles");
        for (Row row : rows) {
            for (AngleFigures each : row.figures.angles()) {
                table.add(row.figures.joints(), row.smoothed ? "yes" : "no", each.angle().replace('_', ' '),
                        number(each.meanError()), number(each.bias()), "degrees", Long.toString(each.count()));
            }
        }
        out.println();
        table.print(out);
    }

    /** Postures and proportions, a row each. */
    private static void printMeasures(List<Row> rows, PrintWriter out) {
        TextTable table = new TextTable("joints", "smoothed", "measure", "found", "truth", "mean error", "unit",
                "poses");
        for (Row row : rows) {
            for (MeasureFigures each : row.figures.measures()) {
                String format = each.unit().equals("degrees") ? "%.1f" : "%.3f";
                table.add(row.figures.joints(), row.smoothed ? "yes" : "no", each.measure(),
                        String.format(Locale.ROOT, format, each.found()),
                        String.format(Locale.ROOT, format, each.truth()),
                        String.format(Locale.ROOT, format, each.meanError()), each.unit(), Long.toString(each.count()));
            }
        }
        out.println();
        table.print(out);
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "-";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
