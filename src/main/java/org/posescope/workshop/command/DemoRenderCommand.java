package org.posescope.workshop.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.posescope.cli.console.CancelOnExit;
import org.posescope.cli.console.ProgressUnit;
import org.posescope.cli.console.TerminalProgress;
import org.posescope.workshop.demo.DemoRenderer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code posescope demo render}: the clip and the truth about it. */
@Command(name = "render",
        description = "Render the demo clip, two people of our own in a studio, and the true place of every joint.")
final class DemoRenderCommand implements Callable<Integer> {
    @Option(names = {"-o", "--output"}, paramLabel = "FILE", defaultValue = "assets/demo.mp4",
            description = "The video to write; default: ${DEFAULT-VALUE}.")
    private Path output;

    @Option(names = "--truth", paramLabel = "FILE", defaultValue = "assets/demo-truth.json",
            description = "The truth to write, JSON; default: ${DEFAULT-VALUE}.")
    private Path truth;

    @Option(names = "--body", paramLabel = "FILE", defaultValue = "models/body/posescope-body.npz",
            description = "PoseScope's own body; default: ${DEFAULT-VALUE}.")
    private Path body;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try (CancelOnExit _ = CancelOnExit.ofThisThread(); TerminalProgress progress = TerminalProgress.onConsole()) {
            new DemoRenderer(body).render(output, truth, done -> progress.counted("Rendering", done,
                    DemoRenderer.FRAMES, ProgressUnit.FRAMES));
        }
        spec.commandLine().getOut().println("Written: " + output + " and " + truth);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
