package org.posescope.app.player;

import java.util.List;
import java.util.stream.Stream;

import org.posescope.body.BodyModel;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelState;
import org.posescope.model.ModelStore;
import org.posescope.model.Preset;
import org.posescope.pipeline.Mode;
import org.posescope.pipeline.StageSpec;
import org.posescope.pipeline.people.PeopleStages;
import org.posescope.pipeline.people.StoredModels;
import org.posescope.pipeline.people.Threads;

/** Stages whose networks come from the model store. Any thread may use it. */
public final class StoredStages implements StageMaker {
    private final ModelStore store;
    private final BodyModel body;

    /** @param body is fitted to everybody */
    public StoredStages(ModelStore store, BodyModel body) {
        this.store = store;
        this.body = body;
    }

    @Override
    public List<StageSpec> stages(PipelineChoice choice, Mode firstMode) {
        List<ModelCard> cards = cards(choice);
        StoredModels models = new StoredModels(store.require(cards.get(0).id()), store.require(cards.get(1).id()),
                (float) choice.threshold(), choice.device());
        Threads threads = choice.threads(Runtime.getRuntime().availableProcessors());
        return new PeopleStages(models, choice.people(body), threads, firstMode).specs();
    }

    /** The models of a choice: detector, then pose. */
    private List<ModelCard> cards(PipelineChoice choice) {
        ModelCatalog catalog = store.catalog();
        Preset preset = catalog.preset(choice.preset());
        return Stream.of(choice.detector().isEmpty() ? preset.detector() : choice.detector(),
                choice.pose().isEmpty() ? preset.pose() : choice.pose()).map(catalog::card).toList();
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
