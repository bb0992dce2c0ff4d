package org.posescope.cli.command;

import org.posescope.cli.option.ModelsOptions;
import org.posescope.model.install.NpmClient;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code posescope eval}: how far results are from the truth. */
@Command(name = "eval", description = "Measure how far results are from the truth.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {EvalCocoCommand.class, EvalPeopleCommand.class, EvalPose3dCommand.class})
public final class EvalCommand implements Runnable {
    @Mixin
    private final ModelsOptions models;
    private final NpmClient npm;

    @Spec
    private CommandSpec spec;

    public EvalCommand(ModelsOptions models, NpmClient npm) {
        this.models = models;
        this.npm = npm;
    }

    ModelsOptions models() {
        return models;
    }

    NpmClient npm() {
        return npm;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "eval needs a command: coco, people or pose3d");
    }
}
