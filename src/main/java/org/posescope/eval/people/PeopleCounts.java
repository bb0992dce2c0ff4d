package org.posescope.eval.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.posescope.error.UserException;

/**
 * Tables of counted people: UTF-8, columns separated by tabs, a header whose first column is {@code file}; further columns are left
 * alone.
 */
public final class PeopleCounts {
    private static final String SEPARATOR = "\t";
    private static final String FIRST_HEADING = "file";

    private final Path table;

    private PeopleCounts(Path table) {
        this.table = table;
    }

    /**
     * Columns: file, kind, people.
     *
     * @throws UserException when the table cannot be read, is empty or a line of it makes no sense
     */
    public static List<CountedPicture> pictures(Path table) {
        PeopleCounts counts = new PeopleCounts(table);
        return counts.rows(List.of("file", "kind", "people"),
                row -> new CountedPicture(row.cell(0), row.cell(1), counts.whole(row)));
    }

    /**
     * Columns: file, people in a frame (mean).
     *
     * @throws UserException as of pictures
     */
    public static List<CountedClip> clips(Path table) {
        PeopleCounts counts = new PeopleCounts(table);
        return counts.rows(List.of("file", "people in a frame"),
                row -> new CountedClip(row.cell(0), counts.number(row, row.cell(1))));
    }

    private record Row(int line, List<String> cells) {
        String cell(int column) {
            return cells.get(column);
        }
    }

    private <T> List<T> rows(List<String> columns, Function<Row, T> read) {
        List<String> lines = lines();
        if (lines.isEmpty() || !cells(lines.getFirst()).getFirst().equals(FIRST_HEADING)) {
            throw wrong(1, "a header is expected: " + told(columns));
        }
        List<T> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Row row = new Row(i + 1, cells(lines.get(i)));
                if (row.cells.size() < columns.size() || row.cell(0).isEmpty()) {
                    throw wrong(row.line, "not all of " + told(columns));
                }
                rows.add(read.apply(row));
            }
        }
        if (rows.isEmpty()) {
            throw new UserException(table + " lists no files");
        }
        return List.copyOf(rows);
    }

    private static String told(List<String> columns) {
        return String.join(", ", columns) + ", separated by tabs";
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(table);
        } catch (IOException e) {
            throw new UserException("the table " + table + " cannot be read: " + e, e);
        }
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split(SEPARATOR, -1)).map(String::strip).toList();
    }

    private int whole(Row row) {
        double people = number(row, row.cell(2));
        if (people != Math.rint(people) || people > Integer.MAX_VALUE) {
            throw notPeople(row, row.cell(2));
        }
        return (int) people;
    }

    private double number(Row row, String text) {
        try {
            double people = Double.parseDouble(text);
            if (people >= 0 && Double.isFinite(people)) {
                return people;
            }
        } catch (NumberFormatException e) {
            throw new UserException(notPeople(row, text).getMessage(), e);
        }
        throw notPeople(row, text);
    }

    private UserException notPeople(Row row, String text) {
        return wrong(row.line, "\"" + text + "\" is no number of people");
    }

    private UserException wrong(int line, String message) {
        return new UserException(table + ", line " + line + ": " + message);
    }
}
