package org.posescope.cli.console;

import java.io.PrintWriter;
import java.util.Locale;

import org.posescope.eval.coco.CocoFigures;
import org.posescope.report.CocoReport;

/** The figures of an evaluation on annotated pictures, as text. */
public final class CocoTable {
    private CocoTable() {}

    public static void print(CocoReport report, PrintWriter out) {
        CocoFigures figures = report.figures();
        TextTable table = new TextTable("AP", "AP50", "AP75", "AP-M", "AP-L", "AR", "AR50", "AR75", "AR-M", "AR-L");
        table.add(number(figures.ap()), number(figures.ap50()), number(figures.ap75()), number(figures.apMedium()),
                number(figures.apLarge()), number(figures.ar()), number(figures.ar50()), number(figures.ar75()),
                number(figures.arMedium()), number(figures.arLarge()));
        table.print(out);
        out.printf(Locale.ROOT,
                "%d pictures, %d people annotated, %d found; mean OKS of %d with %d points or more: %s%n",
                report.pictures(), report.people(), report.found(), report.oks().people(),
                report.oks().leastLabelled(), number(report.oks().mean()));
        report.run().ifPresent(run -> out.printf(Locale.ROOT, "%.1f pictures a second%n", run.fps()));
    }

    /** Figures of which there is nothing to count are negative by the protocol. */
    private static String number(double value) {
        return value < 0 ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
