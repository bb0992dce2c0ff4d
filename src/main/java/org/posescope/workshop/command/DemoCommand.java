package org.posescope.workshop.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code posescope demo}: the clip that shows what PoseScope does. */
@Command(name = "demo", description = "Make the demo clip.", synopsisSubcommandLabel = "COMMAND",
        subcommands = DemoRenderCommand.class)
public final class DemoCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "demo needs a command: render");
    }
}
