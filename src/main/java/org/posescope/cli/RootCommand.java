package org.posescope.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.posescope.cli.command.WindowCommand;
import org.posescope.cli.console.Version;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code posescope} without a sub-command. */
@Command(name = "posescope", description = "Human motion in 3D, live, on your own machine.",
        mixinStandardHelpOptions = true, versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT)
final class RootCommand implements Callable<Integer> {
    @Option(names = "--debug", scope = ScopeType.INHERIT,
            description = "Show the stack trace of an error, and what libraries log.")
    private boolean debug;

    @Spec
    private CommandSpec spec;
    private final Optional<WindowCommand> window;

    /** @param window what is done without a sub-command; empty: the usage is printed */
    RootCommand(Optional<WindowCommand> window) {
        this.window = window;
    }

    boolean debug() {
        return debug;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (window.isPresent()) {
            return window.get().open(spec.commandLine());
        }
        spec.commandLine().usage(spec.commandLine().getOut());
        return 0;
    }
}
