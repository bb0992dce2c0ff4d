package org.posescope.app.main;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Asks the system's own program for files to show a folder. */
final class FileManager {
    private FileManager() {}

    /** The command that shows where a file lies. */
    static List<String> command(String system, Path file) {
        String plain = system.toLowerCase(Locale.ROOT);
        if (plain.startsWith("windows")) {
            return List.of("explorer", "/select," + file);
        }
        return plain.startsWith("mac")
                ? List.of("open", "-R", file.toString())
                : List.of("xdg-open", file.toAbsolutePath().getParent().toString());
    }

    /**
     * Shows where a file lies, and waits for nothing.
     *
     * @param failed told in one sentence when there is no such program
     */
    static void show(Path file, Consumer<String> failed) {
        List<String> command = command(System.getProperty("os.name"), file);
        try {
            Process _ = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            failed.accept("No program shows folders here (" + e.getMessage() + "); the file is " + file + ".");
        }
    }
}
