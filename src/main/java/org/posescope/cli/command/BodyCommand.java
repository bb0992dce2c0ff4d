package org.posescope.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code posescope body}: work on body models and their files. Whoever composes the command line adds {@code build}. */
@Command(name = "body", description = "Look at body models, pose them, and build PoseScope's own.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BodyInfoCommand.class, BodyPoseCommand.class})
public final class BodyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "body needs a command: info, pose or build");
    }
}
