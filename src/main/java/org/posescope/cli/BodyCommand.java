package org.posescope.cli;

import org.posescope.model.install.NpmClient;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code posescope body}: work on body models and their files. */
@Command(name = "body", description = "Look at body models, pose them, and build PoseScope's own.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BodyInfoCommand.class, BodyPoseCommand.class, BodyBuildCommand.class})
public final class BodyCommand implements Runnable {
    private final NpmClient npm;

    @Spec
    private CommandSpec spec;

    public BodyCommand(NpmClient npm) {
        this.npm = npm;
    }

    NpmClient npm() {
        return npm;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "body needs a command: info, pose or build");
    }
}
