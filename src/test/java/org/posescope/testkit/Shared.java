package org.posescope.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;

/** Real pictures, clips and reference numbers, kept beside the project and never inside it. */
public final class Shared {
    private Shared() {}

    /**
     * A file below {@code POSESCOPE_SHARED}, or below {@code ../shared}. When it is missing the test is skipped, loudly.
     */
    public static Path file(String relative) {
        Path root = Optional.ofNullable(System.getenv("POSESCOPE_SHARED")).map(Path::of)
                .orElse(Path.of("..", "shared"));
        Path file = root.resolve(relative).toAbsolutePath().normalize();
        if (!Files.exists(file)) {
            String message = "TEST DATA MISSING: " + file + " (set POSESCOPE_SHARED to the folder with the test data)";
            System.err.println(message);
            Assumptions.abort(message);
        }
        return file;
    }
}
