package org.posescope.record;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.posescope.error.UserException;

/**
 * A file name with a place for a number, as {@code frames/%05d.png}, or a plain one.
 *
 * @param folder where the files are; empty for the current folder
 * @param before the part of the name before the number, or the whole name when there is no number
 * @param digits least number of digits, filled up with zeros; 0 when there is no number
 * @param after  the part of the name after the number
 */
record NumberedName(Path folder, String before, int digits, String after) {
    private static final Pattern NUMBER = Pattern.compile("%(?:0(\\d{1,2}))?d");

    /**
     * Reads a pattern; only its last part, the file name, may hold the number.
     *
     * @throws UserException when there is more than one number
     */
    static NumberedName parse(String pattern) {
        Path path = Path.of(pattern);
        Path folder = path.getParent() == null ? Path.of("") : path.getParent();
        String name = String.valueOf(path.getFileName());
        Matcher number = NUMBER.matcher(name);
        if (!number.find()) {
            return new NumberedName(folder, name, 0, "");
        }
        String before = name.substring(0, number.start());
        String after = name.substring(number.end());
        int digits = number.group(1) == null ? 1 : Math.max(1, Integer.parseInt(number.group(1)));
        if (number.find()) {
            throw new UserException("The name " + pattern + " has more than one place for a number: keep one of them.");
        }
        return new NumberedName(folder, before, digits, after);
    }

    boolean numbered() {
        return digits > 0;
    }

    /** The file with a number; the same for all numbers when the name has no place for one. */
    Path file(long number) {
        String name = numbered() ? before + String.format(Locale.ROOT, "%0" + digits + "d", number) + after : before;
        return folder.resolve(name);
    }

    /** The pattern itself. */
    @Override
    public String toString() {
        return folder.resolve(numbered() ? before + "%0" + digits + "d" + after : before).toString();
    }
}
