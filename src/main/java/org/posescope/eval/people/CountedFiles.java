package org.posescope.eval.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.posescope.error.UserException;

/** Reads tables of counted files: columns that tabulators separate, a line of their names first, further columns ignored. */
public final class CountedFiles {
    private CountedFiles() {}

    /**
     * Pictures: file, kind, people. Files lie beside the table or in its folder {@code pictures}.
     *
     * @throws UserException naming the line that is wrong
     */
    public static List<CountedFile> pictures(Path table) {
        return read(table, "pictures", 2);
    }

    /**
     * Clips: file, people in a frame. Files lie beside the table or in its folder {@code clips}.
     *
     * @throws UserException likewise
     */
    public static List<CountedFile> clips(Path table) {
        return read(table, "clips", 1);
    }

    private static List<CountedFile> read(Path table, String folder, int peopleColumn) {
        List<String> lines;
        try {
            lines = Files.readAllLines(table);
        } catch (IOException e) {
            throw new UserException(table + " cannot be read: " + e.getMessage(), e);
        }
        List<CountedFile> files = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                files.add(file(table, folder, peopleColumn, lines.get(i).split("\t", -1), i + 1));
            }
        }
        if (files.isEmpty()) {
            throw new UserException(table + " names no file below its line of column names");
        }
        return files;
    }

    private static CountedFile file(Path table, String folder, int peopleColumn, String[] columns, int line) {
        if (columns.length <= peopleColumn) {
            throw new UserException("%s, line %d: %d columns where at least %d are needed".formatted(table, line,
                    columns.length, peopleColumn + 1));
        }
        double people;
        try {
            people = Double.parseDouble(columns[peopleColumn].strip());
        } catch (NumberFormatException e) {
            throw new UserException("%s, line %d: '%s' is not a number of people".formatted(table, line,
                    columns[peopleColumn]), e);
        }
        if (!(people >= 0)) {
            throw new UserException("%s, line %d: %s people".formatted(table, line, columns[peopleColumn]));
        }
        Path path = Stream.of(table.resolveSibling(folder).resolve(columns[0]), table.resolveSibling(columns[0]))
                .filter(Files::isReadable).findFirst().orElseThrow(() -> new UserException(
                        "%s, line %d: there is no file %s".formatted(table, line, columns[0])));
        return new CountedFile(path, peopleColumn > 1 ? columns[1] : "", people);
    }
}
