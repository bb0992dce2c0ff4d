package org.posescope.spark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.apache.spark.SparkFiles;

/** The program that was shipped with the job, as an executor runs it. */
final class Program {
    private static final String PREFIX = "posescope: ";
    /** The program ends when the process of this number does, so that nothing runs on for an executor that is lost. */
    private static final String PARENT = "POSESCOPE_PARENT";

    private final Path file;
    private final long seconds;

    /**
     * @param path    from the name of its archive
     * @param seconds a run that takes longer is ended
     * @throws IOException when this executor has no such program
     */
    Program(String path, long seconds) throws IOException {
        this.seconds = seconds;
        // Standalone, Kubernetes and local masters unpack archives where SparkFiles says, YARN in the working directory.
        List<Path> places = List.of(Path.of(SparkFiles.getRootDirectory()).resolve(path), Path.of(path));
        file = places.stream().filter(Files::isExecutable).findFirst().map(Path::toAbsolutePath)
                .orElseThrow(() -> new IOException("there is no program " + path + ": ship it with --archives"));
    }

    /**
     * Runs it.
     *
     * @param folder in which it works
     * @return empty when it was done, else what it said last
     * @throws IOException when it cannot be started
     */
    String run(List<String> arguments, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(arguments);
        Path log = folder.resolve("log.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).redirectInput(new File("/dev/null"));
        builder.environment().put(PARENT, Long.toString(ProcessHandle.current().pid()));
        // Those of the executor are for its own Java.
        List.of("JAVA_HOME", "JAVA_TOOL_OPTIONS", "CLASSPATH").forEach(builder.environment()::remove);
        Process process = builder.start();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                return "not done after " + seconds + " s";
            }
            return process.exitValue() == 0 ? "" : sentence(process.exitValue(), log);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String sentence(int status, Path log) throws IOException {
        String said = new String(Files.readAllBytes(log), Charset.defaultCharset());
        return said.lines().filter(line -> line.startsWith(PREFIX)).reduce((first, last) -> last)
                .map(line -> line.substring(PREFIX.length()))
                .orElse("the process ended with status " + status + " and said nothing");
    }
}
