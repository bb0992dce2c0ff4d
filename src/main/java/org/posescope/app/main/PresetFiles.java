package org.posescope.app.main;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.posescope.app.toolbar.PresetMenu;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkListener;
import org.posescope.model.ModelStore;
import org.posescope.model.Preset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the files of presets are on this computer; a preset goes without its finder. */
record PresetFiles(ModelStore models, BackgroundWork files) implements PresetMenu.Availability {
    private static final Logger LOG = LoggerFactory.getLogger(PresetFiles.class);

    @Override
    public void ask(List<Preset> presets, Consumer<Set<Preset>> told) {
        files.start(_ -> presets.stream().filter(this::here).collect(Collectors.toSet()),
                WorkListener.<Set<Preset>>of(told, why -> LOG.warn("files of presets are not known: {}", why)));
    }

    private boolean here(Preset preset) {
        return preset.models().stream().filter(id -> !preset.finder().filter(id::equals).isPresent())
                .allMatch(id -> models.locate(models.card(id)).isPresent());
    }
}
