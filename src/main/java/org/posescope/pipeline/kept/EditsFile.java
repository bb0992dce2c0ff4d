package org.posescope.pipeline.kept;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Changes of who is who as lines of text: a word and its arguments, with tabs between them. */
final class EditsFile {
    private static final String KIND = "posescope people 1";

    private EditsFile() {}

    static List<String> write(PeopleEdits edits) {
        List<String> lines = new ArrayList<>(List.of(KIND));
        edits.done().forEach(edit -> lines.add(line(edit)));
        return lines;
    }

    private static String line(PeopleEdit edit) {
        return switch (edit) {
            case PeopleEdit.Rename(int id, String name) -> line("rename", id, name);
            case PeopleEdit.Hide(int id, boolean hidden) -> line(hidden ? "hide" : "show", id);
            case PeopleEdit.Merge(int id, int into) -> line("merge", id, into);
            case PeopleEdit.Split(int id, long fromMicros, int fresh) -> line("split", id, fromMicros, fresh);
            case PeopleEdit.Delete(int id) -> line("delete", id);
        };
    }

    private static String line(String word, Object... arguments) {
        StringBuilder line = new StringBuilder(word);
        for (Object argument : arguments) {
            line.append('\t').append(String.format(Locale.ROOT, "%s", argument));
        }
        return line.toString();
    }

    /** @throws IOException with one sentence, when these are other lines */
    static PeopleEdits read(List<String> lines) throws IOException {
        if (lines.isEmpty() || !lines.getFirst().equals(KIND)) {
            throw new IOException("it is of another version or no such file");
        }
        List<PeopleEdit> edits = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            try {
                edits.add(edit(line.split("\t", -1)));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw new IOException("it is damaged at \"" + line + "\"", e);
            }
        }
        return new PeopleEdits(edits);
    }

    private static PeopleEdit edit(String[] parts) throws IOException {
        int id = Integer.parseInt(parts[1]);
        return switch (parts[0]) {
            case "rename" -> new PeopleEdit.Rename(id, parts[2]);
            case "hide" -> new PeopleEdit.Hide(id, true);
            case "show" -> new PeopleEdit.Hide(id, false);
            case "merge" -> new PeopleEdit.Merge(id, Integer.parseInt(parts[2]));
            case "split" -> new PeopleEdit.Split(id, Long.parseLong(parts[2]), Integer.parseInt(parts[3]));
            case "delete" -> new PeopleEdit.Delete(id);
            default -> throw new IOException("it is damaged at \"" + parts[0] + "\"");
        };
    }
}
