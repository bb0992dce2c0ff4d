package org.posescope.app.main;

import java.util.function.Predicate;

import org.posescope.model.ModelStore;
import org.posescope.model.Preset;

/** Whether the files of a preset are on this computer; it goes without its finder. */
record PresetFiles(ModelStore models) implements Predicate<Preset> {
    @Override
    public boolean test(Preset preset) {
        return preset.models().stream().filter(id -> !preset.finder().filter(id::equals).isPresent())
                .allMatch(id -> models.locate(models.card(id)).isPresent());
    }
}
