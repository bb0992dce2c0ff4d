package org.posescope.app.player;

import java.util.List;
import java.util.OptionalInt;

import org.posescope.body.BodyModel;
import org.posescope.importer.EngineConverter;
import org.posescope.model.EngineChoice;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelState;
import org.posescope.model.ModelStore;
import org.posescope.model.StageModels;
import org.posescope.pipeline.StageSpec;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.NetworkOptions;
import org.posescope.pipeline.people.PeopleModels;
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
        EngineConverter engines = new EngineConverter(store, LOG::warn, LOG::debug);
        EngineChoice engine = choice.engines();
        StageModels wanted = models(choice);
        wanted.all().forEach(engine::require);
        PeopleModels models = PeopleModels.of(wanted,
                card -> engines.onEngine(store.require(card.id(), engine), engine),
                new NetworkOptions((float) choice.threshold(), false, choice.device(), OptionalInt.empty()));
        Threads threads = choice.threads(Runtime.getRuntime().availableProcessors());
        return models.stages(choice.people(body), threads, firstMode);
    }

    private StageModels models(PipelineChoice choice) {
        return choice.models(store.catalog(), store::card);
    }

    /**
     * Models of a choice that are not on this machine, or not as they should be. Reads files that were not read before.
     *
     * @throws org.posescope.error.UserException when the choice names a preset or model that does not exist
     */
    public List<ModelCard> missing(PipelineChoice choice) {
        return models(choice).all().stream().filter(card -> store.state(card) != ModelState.INSTALLED).toList();
    }
}
