package org.posescope.model.install;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fetches packages with the npm client of this machine, which knows the user's registry, proxy and certificates. */
public final class NpmClient {
    private static final Duration TIMEOUT = Duration.ofMinutes(15);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final int ENDED_BY_CTRL_C = 130;
    private static final Pattern ERROR_CODE = Pattern.compile("npm (?:error|ERR!) code (\\S+)");
    /** A program started from a desktop often sees a shorter PATH than a terminal does. */
    private static final List<String> USUAL_FOLDERS = List.of("/usr/local/bin", "/opt/homebrew/bin", "/usr/bin");

    private final Optional<Path> executable;
    private final Duration timeout;

    /**
     * @param executable npm itself, or empty where there is none
     * @param timeout    for one package
     */
    public NpmClient(Optional<Path> executable, Duration timeout) {
        this.executable = executable;
        this.timeout = timeout;
    }

    /** The client that a terminal would start, or one of the usual folders. */
    public static NpmClient find(Map<String, String> environment) {
        // Windows writes the variable "Path", and does not care.
        Stream<String> path = environment.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase("PATH"))
                .flatMap(entry -> Arrays.stream(entry.getValue().split(Pattern.quote(File.pathSeparator))));
        String name = WINDOWS ? "npm.cmd" : "npm";
        return new NpmClient(Stream.concat(path, USUAL_FOLDERS.stream()).filter(folder -> !folder.isBlank())
                .map(folder -> new File(folder, name)).filter(File::canExecute).filter(File::isFile)
                .map(npm -> npm.toPath().toAbsolutePath()).findFirst(), TIMEOUT);
    }

    /**
     * Fetches the tarball of a package, without running any script of it.
     *
     * @param coordinates as in {@link org.posescope.model.Origin#npmPackage}
     * @param folder  empty one to put the tarball and the client's messages into
     * @param waiting told how long it has taken, several times a second, on this thread
     * @return the tarball
     * @throws InstallException     when there is no npm, it fails, or it takes too long
     * @throws InterruptedException when this thread was interrupted or the client cancelled; neither it nor a child of it runs on
     */
    Path pack(String coordinates, Path folder, Consumer<Duration> waiting)
            throws IOException, InstallException, InterruptedException {
        Path npm = executable.orElseThrow(
                () -> new InstallException("npm was not found (it comes with Node.js and has to be on the PATH)"));
        Path messages = folder.resolve("npm.log");
        int status = run(command(npm, coordinates, folder, messages), waiting);
        if (status == ENDED_BY_CTRL_C) {
            // The terminal tells npm too, which may be at its end before this thread is interrupted.
            throw new InterruptedException("npm was cancelled");
        }
        if (status != 0) {
            throw new InstallException("npm failed " + reason(messages, status));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz")).findFirst()
                    .orElseThrow(() -> new InstallException("npm gave no package"));
        }
    }

    private static ProcessBuilder command(Path npm, String coordinates, Path folder, Path messages) {
        ProcessBuilder builder = new ProcessBuilder(npm.toString(), "pack", coordinates, "--ignore-scripts",
                "--pack-destination", folder.toAbsolutePath().toString(), "--loglevel=error")
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(messages.toFile());
        if (!WINDOWS) {
            // npm looks for its node on the PATH, which may not have the folder that npm was found in.
            builder.environment().merge("PATH", npm.getParent().toString(),
                    (path, own) -> path + File.pathSeparator + own);
        }
        return builder;
    }

    private int run(ProcessBuilder command, Consumer<Duration> waiting)
            throws IOException, InstallException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(command);
        try {
            process.getOutputStream().close();
            while (!process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
                if (elapsed.compareTo(timeout) > 0) {
                    throw new InstallException("npm took longer than " + timeout.toSeconds() + " s");
                }
                waiting.accept(elapsed);
            }
            return process.exitValue();
        } finally {
            end(process);
        }
    }

    private static Process start(ProcessBuilder command) throws InstallException {
        try {
            return command.start();
        } catch (IOException e) {
            throw new InstallException(command.command().getFirst() + " cannot be run", e);
        }
    }

    /** Ends the client and what it started, and waits until none of them can write any more. */
    private static void end(Process process) {
        for (ProcessHandle each : Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList()) {
            each.destroyForcibly();
            each.onExit().join();
        }
    }

    private static String reason(Path messages, int status) throws IOException {
        Matcher code = ERROR_CODE.matcher(Files.readString(messages, StandardCharsets.ISO_8859_1));
        return code.find() ? "with " + code.group(1) : "with exit status " + status;
    }
}
