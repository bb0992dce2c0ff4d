package org.posescope.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Makes the table of one video, on an executor. A video that fails is told of; an executor that fails throws, so that Spark tries another one.
 * The table appears as a whole under a name that depends on the video alone, so that two attempts, of which one was given up as lost, write
 * the same.
 */
final class VideoTask implements Function<Video, Outcome> {
    private static final double NANOS = 1e9;
    private static final String FILE = "motion.parquet";
    private static final String REPORT = "report.json";

    private final Wanted options;
    private final SerializableConfiguration configuration;

    /** What a task needs of the options. */
    private record Wanted(String output, String program, long seconds, List<String> run)
            implements
                java.io.Serializable {}

    VideoTask(JobOptions options, Configuration configuration) {
        this.options = new Wanted(options.output(), options.program(), options.seconds(),
                new ArrayList<>(options.run()));
        this.configuration = new SerializableConfiguration(configuration);
    }

    @Override
    public Outcome call(Video video) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Program program = new Program(options.program(), options.seconds());
        Path work = Files.createTempDirectory("posescope");
        try {
            try {
                fetch(video, work.resolve(video.name()));
            } catch (IOException e) {
                return Outcome.failed(video, "the file cannot be read: " + e.getMessage(), seconds(start));
            }
            String error = program.run(arguments(video), work);
            if (!error.isEmpty()) {
                return Outcome.failed(video, error, seconds(start));
            }
            publish(video, work.resolve(FILE));
            return Outcome.done(video, seconds(start), new ObjectMapper().readTree(work.resolve(REPORT).toFile()));
        } finally {
            delete(work);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / NANOS;
    }

    private List<String> arguments(Video video) {
        List<String> arguments = new ArrayList<>(
                List.of("run", "--no-show", "-i", video.name(), "--export", FILE, "--report", REPORT));
        addUnsaid(arguments, "--nstreams", 1);
        addUnsaid(arguments, "--nthreads", TaskContext.get().cpus());
        arguments.addAll(options.run());
        return arguments;
    }

    private void addUnsaid(List<String> arguments, String option, int value) {
        if (options.run().stream().noneMatch(said -> said.startsWith(option))) {
            arguments.addAll(List.of(option, Integer.toString(value)));
        }
    }

    /** A file that lies on this machine is not copied. */
    private void fetch(Video video, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        org.apache.hadoop.fs.Path from = new org.apache.hadoop.fs.Path(video.uri());
        FileSystem system = from.getFileSystem(configuration.value());
        if (!system.exists(from)) {
            throw new IOException("there is no such file");
        }
        if (system.getScheme().equals("file")) {
            Files.createSymbolicLink(place, Path.of(from.toUri().getPath()));
        } else {
            system.copyToLocalFile(false, from, new org.apache.hadoop.fs.Path(place.toUri()), true);
        }
    }

    private void publish(Video video, Path table) throws IOException {
        org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(
                new org.apache.hadoop.fs.Path(options.output(), PoseJob.MOTION), video.partition());
        FileSystem system = folder.getFileSystem(configuration.value());
        org.apache.hadoop.fs.Path whole = new org.apache.hadoop.fs.Path(folder, FILE);
        // Readers of tables pass over names that begin with an underscore.
        org.apache.hadoop.fs.Path part = new org.apache.hadoop.fs.Path(folder,
                "_part-" + TaskContext.get().taskAttemptId());
        system.mkdirs(folder);
        system.copyFromLocalFile(false, true, new org.apache.hadoop.fs.Path(table.toUri()), part);
        if (system.exists(whole) || !system.rename(part, whole)) {
            system.delete(part, false);
            if (!system.exists(whole)) {
                throw new IOException(whole + " cannot be written");
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
