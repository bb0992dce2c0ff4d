package org.posescope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

import picocli.CommandLine;

/** The command line as a whole: parses the arguments, runs the command that they name, and reports what goes wrong. */
public final class Cli {
    private final CommandLine commandLine;
    private final ErrorReport errors;

    /** @param subcommands picocli commands, each an object of its own */
    public Cli(List<Object> subcommands) {
        this(subcommands, Optional.empty());
    }

    /** @param window opens the window where no sub-command is named */
    public Cli(List<Object> subcommands, Optional<WindowCommand> window) {
        RootCommand root = new RootCommand(window);
        commandLine = new CommandLine(root);
        window.ifPresent(options -> commandLine.addMixin("window", options));
        subcommands.forEach(commandLine::addSubcommand);
        errors = new ErrorReport(root::debug);
        commandLine.setParameterExceptionHandler(errors).setExecutionExceptionHandler(errors);
    }

    /** Writes elsewhere than to standard output and standard error. */
    public Cli writingTo(PrintWriter out, PrintWriter err) {
        commandLine.setOut(out).setErr(err);
        return this;
    }

    /**
     * Runs one command.
     *
     * @return exit status: 0, 2 for what the user can repair, 1 for all else, 130 when cancelled
     */
    public int run(String... args) {
        try {
            return commandLine.execute(args);
        } catch (LinkageError | OutOfMemoryError e) {
            // Native libraries that this system cannot load, and memory that it does not have.
            return errors.unexpected(e, commandLine.getErr());
        }
    }
}
