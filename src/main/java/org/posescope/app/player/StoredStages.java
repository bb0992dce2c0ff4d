package org.posescope.app.player;

import java.util.List;
import java.util.stream.Stream;

import org.posescope.body.BodyModel;
import org.posescope.importer.EngineConverter;
import org.posescope.model.EngineChoice;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelState;
import org.posescope.model.ModelStore;
import org.posescope.model.Preset;
import org.posescope.pipeline.Mode;
import org.posescope.pipeline.StageSpec;
import org.posescope.pipeline.people.PeopleStages;
import org.posescope.pipeline.people.StoredModels;
import org.posescope.pipeline.people.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stages whose networks come from the model store. Any thread may use it. */
public final class StoredStages implements StageMaker {
    private static final Logger LOG = LoggerFactory.getLogger(StoredStages.class);

    private final ModelStore store;
    private final BodyModel body;

    /** @param body is fitted to everybody */
    public StoredStages(ModelStore store, BodyModel body) {
        this.store = store;
        this.body = body;
    }

    @Override
    public List<StageSpec> stages(PipelineChoice choice, Mode firstMode) {
        EngineConverter engines = new EngineConverter(store, LOG::info, LOG::debug);
        List<ModelFile> files = cards(choice).stream().map(card -> store.require(card.id(), EngineChoice.automatic()))
                .map(file -> engines.onEngine(file, EngineChoice.automatic())).toList();
        StoredModels models = new StoredModels(files.get(0), files.get(1), files.stream().skip(2).findFirst(),
                (float) choice.threshold(), false, choice.device());
        Threads threads = choice.threads(Runtime.getRuntime().availableProcessors());
        return new PeopleStages(models, choice.people(body), threads, firstMode).specs();
    }

    /** The models of a choice: detector, pose, and what regresses bodies, if the preset has that. */
    private List<ModelCard> cards(PipelineChoice choice) {
        Preset preset = store.catalog().preset(choice.preset());
        Stream<String> people = Stream.of(choice.detector().isEmpty() ? preset.detector() : choice.detector(),
                choice.pose().isEmpty() ? preset.pose() : choice.pose());
        return Stream.concat(people, preset.body().stream()).map(store::card).toList();
    }

    /**
     * Models of a choice that are not on this machine, or not as they should be. Reads files that were not read before.
     *
     * @throws org.posescope.error.UserException when the choice names a preset or model that does not exist
     */
    public List<ModelCard> missing(PipelineChoice choice) {
        return cards(choice).stream().filter(card -> store.state(card) != ModelState.INSTALLED).toList();
    }
}
