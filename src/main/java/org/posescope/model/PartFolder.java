package org.posescope.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** A folder for files that are not complete yet; it is gone when it is closed, unless it became that of a model. */
public final class PartFolder implements AutoCloseable {
    private final Path path;

    PartFolder(Path parent) throws IOException {
        path = Files.createTempDirectory(Files.createDirectories(parent), ".part");
    }

    public Path path() {
        return path;
    }

    /**
     * Puts it in a place, in place of a folder that is there.
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
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
