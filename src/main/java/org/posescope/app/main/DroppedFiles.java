package org.posescope.app.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.posescope.model.NetworkRuntime;
import org.posescope.plan.Plan;

/**
 * What files that were dropped on the window are for.
 *
 * @param models names of model files, as {@code -m} takes them
 * @param input  the first of the others, which is played
 */
record DroppedFiles(List<String> models, Optional<String> input) {
    static DroppedFiles of(List<Path> files) {
        return new DroppedFiles(files.stream().filter(DroppedFiles::isModel).map(Path::toString).toList(),
                files.stream().filter(file -> !isModel(file)).map(Path::toString).findFirst());
    }

    /** A plan with the models in place of those that it names; empty when there are none. */
    Optional<Plan> choice(Plan plan) {
        return models.isEmpty() ? Optional.empty() : Optional.of(plan.withNetworks(plan.networks().withModels(models)));
    }

    private static boolean isModel(Path file) {
        return NetworkRuntime.ofFileName(file.getFileName().toString()).isPresent();
    }
}
