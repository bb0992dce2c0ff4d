package org.posescope.model;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A folder in which a model takes shape beside the finished ones; what is still in it when it is closed is deleted. */
public final class PartFolder implements AutoCloseable {
    private static final String PREFIX = ".part";
    /** No import takes as long, so an older folder was left by one that was killed. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path path;

    private PartFolder(Path path) {
        this.path = path;
    }

    /** A new, empty one; abandoned ones are deleted. */
    static PartFolder in(Path parent) throws IOException {
        Files.createDirectories(parent);
        Instant oldest = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(oldest)) {
                    delete(part);
                }
            }
        }
        return new PartFolder(Files.createTempDirectory(parent, PREFIX));
    }

    public Path path() {
        return path;
    }

    /**
     * Gives the folder its place among the finished ones; what was there is replaced.
     *
     * @throws IOException when that fails
     */
    public void moveTo(Path place) throws IOException {
        delete(place);
        Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        delete(path);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
