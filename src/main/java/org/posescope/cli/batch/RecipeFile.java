package org.posescope.cli.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.posescope.batch.Recipe;
import org.posescope.error.UserException;
import org.posescope.report.ReportWriter;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A recipe as a JSON list of options. */
final class RecipeFile {
    static final String NAME = "recipe.json";

    private RecipeFile() {}

    /** @throws UserException when it is none */
    static List<String> read(Path file) {
        try {
            return new ObjectMapper().readValue(file.toFile(), new TypeReference<List<String>>() {
            });
        } catch (IOException e) {
            throw new UserException("the recipe " + file + " cannot be read as a JSON list of options: "
                    + e.getMessage().lines().findFirst().orElse(""), e);
        }
    }

    static void write(Recipe recipe, Path file) {
        new ReportWriter().write(recipe.texts(), file);
    }
}
