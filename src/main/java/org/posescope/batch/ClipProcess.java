package org.posescope.batch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.posescope.error.WriteException;

/** Runs this program for one video, in a process of its own, so that whatever happens there costs that video alone. */
public final class ClipProcess {
    private static final int WRONG_INPUT = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String PREFIX = "posescope: ";

    private final List<String> program;
    private final Duration limit;

    /**
     * How it ended.
     *
     * @param status   exit status; that of a crash has no meaning
     * @param sentence what the program said last
     */
    record Ended(int status, String sentence) {
        boolean done() {
            return status == 0;
        }

        /** Whether it may go better another time. */
        boolean mayBeRepeated() {
            return !done() && status != WRONG_INPUT;
        }
    }

    /**
     * @param program starts this program, without arguments
     * @param limit   a process that takes longer is ended
     */
    public ClipProcess(List<String> program, Duration limit) {
        this.program = List.copyOf(program);
        this.limit = limit;
    }

    /**
     * Waits for the end.
     *
     * @param log      gets what the process prints
     * @param progress a file for its progress
     * @param frames   hears of it
     * @throws InterruptedException when this thread was interrupted; the process has ended then, too
     */
    Ended run(List<String> arguments, Path log, Path progress, Consumer<ProgressFile.Count> frames)
            throws InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing()));
        builder.environment().put(ParentWatch.VARIABLE, Long.toString(ProcessHandle.current().pid()));
        builder.environment().put(ProgressFile.VARIABLE, progress.toString());
        try {
            Process process = builder.start();
            try {
                long end = System.nanoTime() + limit.toNanos();
                while (!process.waitFor(step(end), TimeUnit.NANOSECONDS)) {
                    ProgressFile.read(progress).ifPresent(frames);
                    if (System.nanoTime() - end >= 0) {
                        return new Ended(1, "not done after " + limit.toSeconds() + " s");
                    }
                }
                return new Ended(process.exitValue(), sentence(process.exitValue(), log));
            } finally {
                end(process);
            }
        } catch (IOException e) {
            throw WriteException.of("no process can be started: " + e.getMessage(), e);
        }
    }

    private static long step(long end) {
        return Math.clamp(end - System.nanoTime(), 0, ProgressFile.PERIOD.toNanos());
    }

    private static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    /** Even on an interrupted thread, which stays so. */
    private static void end(Process process) {
        process.destroy();
        boolean interrupted = false;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive()) {
            try {
                if (!process.waitFor(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    process.destroyForcibly();
                    deadline = System.nanoTime() + PATIENCE.toNanos();
                }
            } catch (InterruptedException _) {
                interrupted = true;
                process.destroyForcibly();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String sentence(int status, Path log) throws IOException {
        if (status == 0) {
            return "";
        }
        String said = lines(log).stream().filter(line -> line.startsWith(PREFIX)).reduce((_, last) -> last)
                .map(line -> line.substring(PREFIX.length())).orElse("");
        return said.isEmpty() ? "the process ended with status " + status + " and said nothing" : said;
    }

    private static List<String> lines(Path log) throws IOException {
        try {
            return Files.readAllLines(log, Charset.defaultCharset());
        } catch (MalformedInputException _) {
            return Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        }
    }
}
