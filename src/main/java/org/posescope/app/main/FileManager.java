package org.posescope.app.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkListener;
import org.posescope.error.UserException;

/** Asks the system's own program for files to show a folder. FX thread. */
final class FileManager {
    private final BackgroundWork files;
    private final NoticeModel notices;

    /** @param files looks at files */
    FileManager(BackgroundWork files, NoticeModel notices) {
        this.files = files;
        this.notices = notices;
    }

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

    /** Shows what is in a folder, or where a file lies, and waits for nothing; why it cannot is told. */
    void show(Path file) {
        files.start(_ -> start(file), WorkListener.of(shown -> {}, why -> notices.show(Notice.error(why))));
    }

    private static Process start(Path file) {
        if (!Files.exists(file)) {
            throw new UserException(file + " is not there; a folder for recordings is made with the first of them.");
        }
        List<String> command = command(System.getProperty("os.name"), file);
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new UserException("No program shows folders here (" + e.getMessage() + "); it is " + file + ".", e);
        }
    }
}
