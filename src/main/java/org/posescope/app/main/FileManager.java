package org.posescope.app.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Asks the system's own program for files to show a folder. */
final class FileManager {
    private FileManager() {}

    /** The command that shows what is in a folder, or where a file lies. */
    static List<String> command(String system, Path file) {
        boolean folder = Files.isDirectory(file);
        String plain = system.toLowerCase(Locale.ROOT);
        if (plain.startsWith("windows")) {
            return List.of("explorer", folder ? file.toString() : "/select," + file);
        }
        return plain.startsWith("mac")
                ? folder ? List.of("open", file.toString()) : List.of("open", "-R", file.toString())
                : List.of("xdg-open", (folder ? file : file.toAbsolutePath().getParent()).toString());
    }

    /**
     * Shows what is in a folder, or where a file lies, and waits for nothing.
     *
     * @param failed told in one sentence when there is no such program
     */
    static void show(Path file, Consumer<String> failed) {
        if (!Files.exists(file)) {
            failed.accept(file + " is not there; a folder for recordings is made with the first of them.");
            return;
        }
        List<String> command = command(System.getProperty("os.name"), file);
        try {
            Process _ = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            failed.accept("No program shows folders here (" + e.getMessage() + "); it is " + file + ".");
        }
    }
}
