package org.posescope.cli.console;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;

import org.posescope.eval.people.ClipCount;
import org.posescope.report.PeopleReport;

/** How many people are found, as text. */
public final class PeopleTable {
    private PeopleTable() {}

    public static void print(PeopleReport report, PrintWriter out) {
        if (!report.pictures().isEmpty()) {
            TextTable table = new TextTable("people", "pictures", "expected", "found", "part", "too many", "nobody");
            report.tallies().forEach((group, tally) -> table.add(group, Integer.toString(tally.pictures()),
                    Integer.toString(tally.expected()), Integer.toString(tally.found()),
                    tally.expected() == 0 ? "-" : percent((double) tally.found() / tally.expected()),
                    Integer.toString(tally.tooMany()),
                    tally.empty() == 0 ? "-" : tally.nobody() + " of " + tally.empty()));
            table.print(out);
        }
        if (!report.clips().isEmpty()) {
            TextTable table = new TextTable("clip", "frames", "expected", "found", "part", "ids", "nobody");
            for (ClipCount clip : report.clips()) {
                table.add(clip.file(), Integer.toString(clip.frames()), number(clip.expected()), number(clip.mean()),
                        percent(clip.part()), Integer.toString(clip.ids()), Integer.toString(clip.nobody()));
            }
            table.print(out);
            told(out, "several people", ClipCount.partOfSeveral(report.clips()));
            told(out, "one person", ClipCount.partOfSingle(report.clips()));
        }
    }

    private static void told(PrintWriter out, String which, OptionalDouble part) {
        part.ifPresent(mean -> out.printf(Locale.ROOT, "clips with %s: %s of the people a frame%n", which,
                percent(mean)));
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * part);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
