package org.posescope.cli;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;

import org.posescope.error.UserException;
import org.posescope.error.WriteException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place that tells the user of an error: one line on standard error, and a stack trace only for who asks for it. */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final String PREFIX = "posescope: ";
    private static final int USER_ERROR = 2;
    private static final int PROGRAM_ERROR = 1;
    /** As shells report a program that was ended by Ctrl-C. */
    private static final int CANCELLED = 130;

    private final BooleanSupplier debug;

    ErrorReport(BooleanSupplier debug) {
        this.debug = debug;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(PREFIX + firstLine(e) + suggestion(e) + "; see '" + command.getCommandSpec().qualifiedName()
                + " --help'");
        trace(e, err);
        return USER_ERROR;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        return switch (e) {
            case WriteException unwritten -> report(unwritten.getMessage(), unwritten, PROGRAM_ERROR, err);
            case UserException user -> report(user.getMessage(), user, USER_ERROR, err);
            case InterruptedException cancelled -> report("cancelled", cancelled, CANCELLED, err);
            default -> unexpected(e, err);
        };
    }

    /** Reports what no part of the program foresaw. */
    int unexpected(Throwable e, PrintWriter err) {
        String hint = debug.getAsBoolean() ? "" : " (--debug shows where)";
        return report("unexpected error: " + e.getClass().getSimpleName() + ": " + firstLine(e) + hint, e,
                PROGRAM_ERROR, err);
    }

    private int report(String message, Throwable e, int status, PrintWriter err) {
        err.println(PREFIX + message);
        // Several outputs may have failed, each in its own way.
        for (Throwable further : e.getSuppressed()) {
            if (further instanceof UserException) {
                err.println(PREFIX + further.getMessage());
            }
        }
        trace(e, err);
        return status;
    }

    private void trace(Throwable e, PrintWriter err) {
        if (debug.getAsBoolean()) {
            e.printStackTrace(err);
        }
        err.flush();
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static String suggestion(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()
                ? ", did you mean '" + unmatched.getSuggestions().getFirst() + "'?"
                : "";
    }
}
