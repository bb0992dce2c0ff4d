package org.posescope.cli.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import org.posescope.cli.console.CancelOnExit;
import org.posescope.cli.option.ModelsOptions;
import org.posescope.error.UserException;
import org.posescope.frame.ffmpeg.ImagePattern;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the window shows when it opens: the arguments where no sub-command is named. */
public final class WindowCommand {
    /** A recording may still have much to write. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Opener opener;
    private final Supplier<Optional<Path>> withoutDisplay;

    @Parameters(arity = "0..1", paramLabel = "FILE",
            description = "open the window and play this: a video, an image, "
                    + "a folder of images or a stream; without it, the demo clip")
    private String file;

    @Option(names = "--camera", paramLabel = "N", description = "open the window with a camera")
    private Integer camera;

    @Option(names = "--avatar", paramLabel = "FILE",
            description = "show people as this figure: .vrm, or .glb with a humanoid skeleton; one that is dropped on the window "
                    + "takes its place")
    private Path avatar;

    @Option(names = ModelsOptions.NAME, paramLabel = "DIR", description = ModelsOptions.DESCRIPTION)
    private Path models;

    /** Opens the window and waits until it is closed. */
    @FunctionalInterface
    public interface Opener {
        /**
         * @param input  empty: the demo clip
         * @param avatar file of the figure that people are shown as
         * @param models folder with the models; empty: where they are by the environment
         * @throws UserException when there is no display
         */
        public void open(Optional<String> input, Optional<Path> avatar, Optional<Path> models)
                throws InterruptedException;
    }

    /**
     * @param withoutDisplay asked when nothing is named to play: the clip that is run without a window where there is no
     *                       display; empty where there is one, or no clip
     */
    public WindowCommand(Opener opener, Supplier<Optional<Path>> withoutDisplay) {
        this.opener = opener;
        this.withoutDisplay = withoutDisplay;
    }

    /**
     * @param root knows the command that runs without a window
     * @return exit status
     */
    public int open(CommandLine root) throws InterruptedException {
        if (file != null && camera != null) {
            throw new UserException("both a file and a camera were named; give one of them");
        }
        if (file != null && !file.contains("://") && !exists(file) && ImagePattern.of(file).isEmpty()) {
            throw new UserException("there is no file and no command '" + file + "'; see 'posescope --help'");
        }
        if (avatar != null && !Files.isReadable(avatar)) {
            throw new UserException("the avatar " + avatar + " cannot be read; is there such a file?");
        }
        Optional<String> input = Optional.ofNullable(file)
                .or(() -> Optional.ofNullable(camera).map(number -> number.toString()));
        Optional<Path> clip = input.isPresent() ? Optional.empty() : withoutDisplay.get();
        if (clip.isPresent()) {
            return new DemoRun(root).run(clip.get(), Optional.ofNullable(models));
        }
        try (CancelOnExit _ = CancelOnExit.ofThisThread(PATIENCE)) {
            opener.open(input, Optional.ofNullable(avatar), Optional.ofNullable(models));
        }
        return 0;
    }

    private static boolean exists(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
