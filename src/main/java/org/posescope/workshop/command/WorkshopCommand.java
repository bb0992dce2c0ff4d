package org.posescope.workshop.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code posescope workshop}: what a developer makes once. */
@Command(name = "workshop", description = "Make what comes with the program.", synopsisSubcommandLabel = "COMMAND")
public final class WorkshopCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "workshop needs a command: train");
    }
}
