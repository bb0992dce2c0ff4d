package org.posescope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

import org.posescope.cli.command.WindowCommand;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

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
        commandLine.setParameterExceptionHandler(errors).setExecutionExceptionHandler(errors)
                .setExecutionStrategy(Cli::execute);
    }

    /** What is named before a sub-command is for the window, which then does not open. */
    private static int execute(ParseResult arguments) {
        if (arguments.hasSubcommand() && !arguments.isUsageHelpRequested() && !arguments.isVersionHelpRequested()) {
            arguments.matchedArgs().stream().filter(each -> each.scopeType() == ScopeType.LOCAL).findFirst()
                    .ifPresent(each -> refuse(each, arguments));
        }
        return new RunLast().execute(arguments);
    }

    private static void refuse(ArgSpec lost, ParseResult arguments) {
        String name = lost instanceof OptionSpec option ? "option " + option.longestName() : "a file";
        throw new ParameterException(arguments.commandSpec().commandLine(), name + " before '"
                + arguments.subcommand().commandSpec().name() + "' has no effect; name it after the command");
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
