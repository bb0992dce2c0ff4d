package org.posescope.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.cli.option.ModelsOptions;

import picocli.CommandLine;

/** Shows on a machine without a display what the program does: the demo clip becomes an annotated video. */
final class DemoRun {
    private static final String OUTPUT = "posescope-demo.mp4";
    private static final String LAYERS = "mesh,skeleton,boxes,ids,hud";

    private final CommandLine root;

    /** @param root has the command {@code run} */
    DemoRun(CommandLine root) {
        this.root = root;
    }

    /**
     * Writes the video into the current folder.
     *
     * @param models folder with the models, if one was named
     * @return exit status
     */
    int run(Path clip, Optional<Path> models) {
        root.getErr().println("posescope: there is no display for the window, so the demo clip is run without one into "
                + OUTPUT + " in this folder");
        List<String> arguments = new ArrayList<>(
                List.of("-i", clip.toString(), "-o", OUTPUT, "--show", LAYERS, "--no-show"));
        models.ifPresent(folder -> arguments.addAll(List.of(ModelsOptions.NAME, folder.toString())));
        return root.getSubcommands().get("run").execute(arguments.toArray(String[]::new));
    }
}
