package org.posescope.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Real pictures, clips and reference numbers, kept beside the project and never inside it. */
public final class Shared {
    static final String VARIABLE = "POSESCOPE_SHARED";

    private Shared() {}

    /** A file below {@code POSESCOPE_SHARED}, or below {@code ../shared}; without it {@link MissingData#skip}. */
    public static Path file(String relative) {
        return file(relative, System.getenv());
    }

    static Path file(String relative, Map<String, String> environment) {
        Path root = Optional.ofNullable(environment.get(VARIABLE)).map(Path::of).orElse(Path.of("..", "shared"));
        Path file = root.resolve(relative).toAbsolutePath().normalize();
        if (!Files.exists(file)) {
            throw MissingData.skip(
                    "TEST DATA MISSING: " + file + " (set " + VARIABLE + " to the folder with the test data)",
                    environment);
        }
        return file;
    }
}
