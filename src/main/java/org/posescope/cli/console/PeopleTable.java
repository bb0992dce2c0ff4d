package org.posescope.cli.console;

import java.io.PrintWriter;
import java.util.Locale;

import org.posescope.eval.people.ClipFigures;
import org.posescope.eval.people.ClipFinding;
import org.posescope.eval.people.ClipTally;
import org.posescope.eval.people.PictureFigures;
import org.posescope.eval.people.PictureTally;
import org.posescope.report.PeopleReport;

/** The figures of an evaluation on pictures and clips in which people were counted, as text. */
public final class PeopleTable {
    private PeopleTable() {}

    public static void print(PeopleReport report, PrintWriter out) {
        report.pictures().ifPresent(pictures -> print(pictures.figures(), out));
        report.clips().ifPresent(clips -> print(clips, out));
    }

    private static void print(PictureFigures figures, PrintWriter out) {
        TextTable table = new TextTable("pictures of", "pictures", "people", "found", "part", "too many");
        figures.kinds().forEach((kind, tally) -> add(table, kind, tally));
        figures.groups().forEach((group, tally) -> add(table, "people: " + group, tally));
        add(table, "all", figures.total());
        figures.apart().forEach((kind, tally) -> add(table, kind + " (not counted)", tally));
        table.print(out);
        out.printf(Locale.ROOT,
                "%d too many in %d pictures of up to three people; nobody in %d of %d pictures of nobody%n",
                figures.upToThree().tooMany(), figures.upToThree().pictures(), figures.ofNobody().exact(),
                figures.ofNobody().pictures());
    }

    private static void add(TextTable table, String name, PictureTally tally) {
        table.add(name, String.valueOf(tally.pictures()), String.valueOf(tally.people()),
                String.valueOf(tally.found()),
                tally.people() == 0 ? "-" : percent((double) tally.found() / tally.people()),
                String.valueOf(tally.tooMany()));
    }

    private static void print(PeopleReport.Clips clips, PrintWriter out) {
        TextTable table = new TextTable("clip", "people a frame", "found", "part", "ids", "ids a person", "frames",
                "of nobody");
        for (ClipFinding clip : clips.files()) {
            table.add(clip.file(), number(clip.expected()), number(clip.meanFound()), percent(clip.part()),
                    String.valueOf(clip.ids().size()), number(clip.idsPerPerson()), String.valueOf(clip.frames()),
                    String.valueOf(clip.framesOfNobody()));
        }
        table.print(out);
        print(clips.figures(), out);
    }

    private static void print(ClipFigures figures, PrintWriter out) {
        print("clips with several people", figures.several(), out);
        print("clips with a single person", figures.single(), out);
    }

    private static void print(String which, ClipTally tally, PrintWriter out) {
        if (tally.clips() > 0) {
            out.printf(Locale.ROOT,
                    "%d %s: %s of the people a frame, %s ids a clip, %s a person, nobody in %d of %d frames%n",
                    tally.clips(), which, percent(tally.part()), number(tally.ids()), number(tally.idsPerPerson()),
                    tally.framesOfNobody(), tally.frames());
        }
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
