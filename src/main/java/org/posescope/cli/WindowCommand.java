package org.posescope.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.posescope.error.UserException;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the window shows when it opens: the arguments where no sub-command is named. */
public final class WindowCommand {
    private final Opener opener;

    @Parameters(arity = "0..1", paramLabel = "FILE",
            description = "open the window and play this: a video, an image, "
                    + "a folder of images or a stream; without it, the demo clip")
    private String file;

    @Option(names = "--camera", paramLabel = "N", description = "open the window with a camera")
    private Integer camera;

    /** Opens the window and waits until it is closed. */
    @FunctionalInterface
    public interface Opener {
        /** @param input empty: the demo clip */
        void open(Optional<String> input) throws InterruptedException;
    }

    public WindowCommand(Opener opener) {
        this.opener = opener;
    }

    void open() throws InterruptedException {
        if (file != null && camera != null) {
            throw new UserException("both a file and a camera were named; give one of them");
        }
        if (file != null && !file.contains("://") && !exists(file)) {
            throw new UserException("there is no file and no command '" + file + "'; see 'posescope --help'");
        }
        opener.open(Optional.ofNullable(file).or(() -> Optional.ofNullable(camera).map(number -> number.toString())));
    }

    private static boolean exists(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
