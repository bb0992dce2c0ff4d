package org.posescope.cli.option;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;

import org.posescope.record.export.ExportFormat;

/** How exports are named, each with what it is, for the help of their option. */
final class ExportNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(ExportFormat.values()).map(ExportNames::explained).iterator();
    }

    private static String explained(ExportFormat format) {
        String title = format.title();
        return title.toLowerCase(Locale.ROOT).equals(format.ending())
                ? format.example()
                : format.example() + " (" + title.replace(" (", ", ").replace(")", "") + ")";
    }
}
