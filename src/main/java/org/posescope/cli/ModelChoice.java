package org.posescope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

import org.posescope.error.UserException;
import org.posescope.infer.SessionOptions;
import org.posescope.model.EngineChoice;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelStore;
import org.posescope.model.Preset;
import org.posescope.model.StageModels;
import org.posescope.model.Task;
import org.posescope.pipeline.people.NetworkOptions;
import org.posescope.pipeline.people.PeopleModels;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which networks to use. */
final class ModelChoice {
    /** Networks for whole frames halve their input three times. */
    private static final int INPUT_STEP = 8;
    private static final float USUAL_DETECTION = 0.5f;

    @Option(names = "--preset", paramLabel = "PRESET", defaultValue = ModelCatalog.DEFAULT_PRESET,
            description = "networks that "
                    + "belong together (default: ${DEFAULT-VALUE}; 'posescope models list' names all)")
    private String presetId;

    @Option(names = "--detector", paramLabel = "NAME",
            description = "another person detector than the preset's: a model id, or "
                    + "the start of one, for example yolox")
    private String detector;

    @Option(names = {"-m",
        "--model"}, paramLabel = "MODEL",
            description = "a model to use in place of the preset's, by its id "
                    + "or its file (.tflite, .onnx, .pt); what it does is known from its card; may be given for each stage")
    private List<String> models = List.of();

    @Option(names = "--card", paramLabel = "FILE", description = "the card of the model file named by -m")
    private Path card;

    @Option(names = {"-t",
        "--threshold"}, paramLabel = "SCORE",
            description = "least score, 0 to 1, of a "
                    + "person (default: 0.5; 0.2 of networks that see the whole frame)")
    private Float threshold;

    @Option(names = {"-d",
        "--device"}, paramLabel = "DEVICE", defaultValue = SessionOptions.CPU,
            description = "device to run "
                    + "networks on: cpu, cuda or cuda:N (default: ${DEFAULT-VALUE})")
    private String device;

    @Option(names = "--flip-test",
            description = "let HRNet and SimplePose look at each person in a mirror too: half as fast, "
                    + "somewhat more exact")
    private boolean flipTest;

    @Option(names = "--tsize", paramLabel = "PIXELS",
            description = "height of the picture that a network for whole frames sees, a multiple of 8: larger finds smaller "
                    + "people and is slower (default: what the network was published with)")
    private Integer inputHeight;

    @Mixin
    private EngineSelection engine;

    String preset() {
        return presetId;
    }

    /** The least score of a person: the given one, or what is usual for the networks. */
    float threshold(PeopleModels networks) {
        return threshold == null ? networks.usualThreshold() : threshold;
    }

    boolean flipTest() {
        return flipTest;
    }

    /**
     * The files of the chosen networks; those that the catalog can fetch are fetched when they are missing.
     *
     * @throws UserException when one is unknown, missing or not what it should be
     */
    PeopleModels resolve(ModelStore store, ModelFetcher fetcher) throws InterruptedException {
        return resolve(named(store), store, fetcher, UnaryOperator.identity());
    }

    /**
     * As {@link #resolve}, for points in the picture only.
     *
     * @throws UserException likewise, and when a network for bodies is named
     */
    PeopleModels resolveForPoints(ModelStore store, ModelFetcher fetcher) throws InterruptedException {
        List<Slot> named = named(store);
        named.stream().filter(slot -> slot.card.task() == Task.BODY_PARAMETERS).findFirst().ifPresent(slot -> {
            throw new UserException(
                    slot.card.id() + " gives bodies and no points in the picture; name a network for points with -m");
        });
        return resolve(named, store, fetcher, StageModels::withoutBody);
    }

    private List<Slot> named(ModelStore store) {
        List<Slot> named = new ArrayList<>(models.stream().map(model -> slot(store, model)).toList());
        if (detector != null) {
            named.add(new Slot(store.card(detectorId(store)), Optional.empty()));
        }
        return named;
    }

    private PeopleModels resolve(List<Slot> named, ModelStore store, ModelFetcher fetcher,
            UnaryOperator<StageModels> selection) throws InterruptedException {
        if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
            throw new UserException("the threshold " + threshold + " is not between 0 and 1");
        }
        if (inputHeight != null && (inputHeight < INPUT_STEP || inputHeight % INPUT_STEP != 0)) {
            throw new UserException("--tsize " + inputHeight + " is not a multiple of " + INPUT_STEP);
        }
        Preset preset = store.catalog().preset(presetId);
        StageModels stages = selection
                .apply(StageModels.of(preset, store::card, named.stream().map(Slot::card).toList()));
        Map<ModelCard, ModelFile> given = new HashMap<>();
        named.forEach(slot -> slot.file.ifPresent(file -> given.put(slot.card, file)));
        NetworkOptions options = new NetworkOptions(threshold == null ? USUAL_DETECTION : threshold, flipTest, device,
                inputHeight == null ? OptionalInt.empty() : OptionalInt.of(inputHeight));
        PeopleModels.requireFit(stages, options);
        EngineChoice engines = engine.choice();
        stages.all().forEach(engines::require);
        fetcher.fetchMissing(store, stages.all().stream().filter(card -> !given.containsKey(card)).toList());
        return PeopleModels.of(stages, card -> fetcher.onEngine(store,
                Optional.ofNullable(given.get(card)).orElseGet(() -> store.require(card.id(), engines)), engines),
                options);
    }

    /** A model that was named: one of the catalog, or a file of the user's. */
    private record Slot(ModelCard card, Optional<ModelFile> file) {}

    private Slot slot(ModelStore store, String model) {
        Optional<ModelCard> known = store.cards().stream().filter(each -> each.id().equals(model))
                .findFirst();
        if (known.isPresent() && !Files.exists(Path.of(model))) {
            return new Slot(known.get(), Optional.empty());
        }
        ModelFile file = store.userFile(Path.of(model), Optional.ofNullable(card));
        return new Slot(file.card(), Optional.of(file));
    }

    private String detectorId(ModelStore store) {
        List<String> detectors = store.cards().stream().filter(each -> each.task() == Task.PERSON_DETECTION)
                .map(each -> each.id()).toList();
        return detectors.stream().filter(id -> id.equals(detector) || id.startsWith(detector + "-")).findFirst()
                .orElseThrow(() -> new UserException(
                        "no detector is named " + detector + "; there are " + String.join(", ", detectors)));
    }
}
