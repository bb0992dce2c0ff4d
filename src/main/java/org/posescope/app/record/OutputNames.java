package org.posescope.app.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

import org.posescope.error.UserException;

/** Names files by what is recorded and when, in a folder that is made when it is first needed. */
public final class OutputNames {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Supplier<Path> folders;

    /** @param folders asked for each name, on any thread */
    public OutputNames(Supplier<Path> folders) {
        this.folders = folders;
    }

    /**
     * A name that nothing has yet.
     *
     * @param input     what is recorded, as the user named it
     * @param extension without the dot
     * @throws UserException when the folder cannot be made
     */
    public Path next(String input, String extension, LocalDateTime now) {
        Path folder = folders.get();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserException("the folder " + folder + " for recordings cannot be made: " + e.getMessage(), e);
        }
        String base = stem(input) + "-" + WHEN.format(now);
        Path file = folder.resolve(base + "." + extension);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(base + "-" + i + "." + extension);
        }
        return file;
    }

    /** The part of an input's name that is good for a file of its own. */
    private static String stem(String input) {
        String last = input.replace('\\', '/').replaceAll("/+$", "").replaceAll(".*/", "");
        String plain = last.replaceAll("\\.[A-Za-z0-9]{1,5}$", "").replaceAll("[^A-Za-z0-9._-]+", "-");
        return plain.matches("\\d*") ? "camera" + plain : plain;
    }
}
