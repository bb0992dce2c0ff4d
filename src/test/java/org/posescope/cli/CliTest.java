package org.posescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.error.UserException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class CliTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A command that fails as it is told to. */
    @Command(name = "fail")
    static final class Fail implements Callable<Integer> {
        @Option(names = "--with")
        private String kind;

        @Override
        public Integer call() throws Exception {
            return switch (kind) {
                case "user" -> throw new UserException("there is no file x; give another one");
                case "program" -> throw new IllegalStateException("first line\nsecond line");
                case "native" -> throw new UnsatisfiedLinkError("no library");
                case "cancel" -> throw new InterruptedException();
                default -> 0;
            };
        }
    }

    private int run(String... args) {
        return new Cli(List.of(new Fail())).writingTo(new PrintWriter(out, true), new PrintWriter(err, true)).run(args);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"user| 2| posescope: there is no file x; give another one",
        "program| 1| posescope: unexpected error: IllegalStateException: first line (--debug shows where)",
        "native| 1| posescope: unexpected error: UnsatisfiedLinkError: no library (--debug shows where)",
        "cancel| 130| posescope: cancelled"})
    void an_error_is_one_line_and_an_exit_status(String kind, int status, String line) {
        assertThat(run("fail", "--with", kind)).isEqualTo(status);

        assertThat(err.toString().lines()).containsExactly(line);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"user", "program", "native"})
    void a_stack_trace_is_for_those_who_ask(String kind) {
        run("--debug", "fail", "--with", kind);
        assertThat(err.toString()).contains("at org.posescope.cli.CliTest$Fail.call");

        err.getBuffer().setLength(0);
        run("fail", "--debug", "--with", kind);
        assertThat(err.toString()).contains("at org.posescope.cli.CliTest$Fail.call");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "fail --wiht x| posescope: Unknown options: '--wiht', 'x', did you mean '--with'?; see 'posescope fail --help'",
        "fai| posescope: Unmatched argument at index 0: 'fai', did you mean 'fail'?; see 'posescope --help'",
        "fail --with| posescope: Missing required parameter for option '--with' (<kind>); see 'posescope fail --help'"})
    void wrong_usage_is_one_line(String args, String line) {
        assertThat(run(args.split(" "))).isEqualTo(2);

        assertThat(err.toString().lines()).containsExactly(line);
    }

    @Test
    void help_and_version_are_answers_and_not_errors() {
        assertThat(run("--help")).isZero();
        assertThat(run("fail", "-h")).isZero();
        assertThat(run("--version")).isZero();

        assertThat(out.toString()).contains("Usage: posescope [", "Usage: posescope fail [",
                "posescope (development), Java ");
        assertThat(err.toString()).isEmpty();
    }
}
