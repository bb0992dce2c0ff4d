package org.posescope.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.posescope.error.UserException;
import org.posescope.infer.SessionOptions;
import org.posescope.model.EngineChoice;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelStore;
import org.posescope.model.StageModels;
import org.posescope.model.Task;
import org.posescope.pipeline.people.NetworkOptions;
import org.posescope.pipeline.people.PeopleModels;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which networks to use. */
public final class ModelChoice {
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

    public String preset() {
        return presetId;
    }

    /** The least score of a person: the given one, or what is usual for the networks. */
    public float threshold(PeopleModels networks) {
        return threshold == null ? networks.usualThreshold() : threshold;
    }

    public boolean flipTest() {
        return flipTest;
    }

    /**
     * The files of the chosen networks; those that the catalog can fetch are fetched when they are missing.
     *
     * @throws UserException when one is unknown, missing or not what it should be
     */
    public PeopleModels resolve(ModelStore store, ModelFetcher fetcher) throws InterruptedException {
        return resolve(named(models, store), store, fetcher, UnaryOperator.identity());
    }

    /** As {@link #resolve}, with a model that is named in another way than by an option. */
    public PeopleModels resolveWith(String model, ModelStore store, ModelFetcher fetcher) throws InterruptedException {
        List<String> all = Stream.concat(models.stream(), Stream.of(model)).toList();
        return resolve(named(all, store), store, fetcher, UnaryOperator.identity());
    }

    /**
     * As {@link #resolve}, for points in the picture only.
     *
     * @throws UserException likewise, and when a network for bodies is named
     */
    public PeopleModels resolveForPoints(ModelStore store, ModelFetcher fetcher) throws InterruptedException {
        List<NamedModel> named = named(models, store);
        named.stream().filter(model -> model.card().task() == Task.BODY_PARAMETERS).findFirst().ifPresent(model -> {
            throw new UserException(
                    model.card().id()
                            + " gives bodies and no points in the picture; name a network for points with -m");
        });
        return resolve(named, store, fetcher, StageModels::withoutBody);
    }

    /**
     * A model by its id or file.
     *
     * @throws UserException when there is none of that name
     */
    public NamedModel named(String model, ModelStore store) {
        Optional<ModelCard> known = store.cards().stream().filter(each -> each.id().equals(model)).findFirst();
        if (known.isPresent() && !Files.exists(Path.of(model))) {
            return new NamedModel(known.get(), Optional.empty());
        }
        ModelFile file = store.userFile(Path.of(model), Optional.ofNullable(card));
        return new NamedModel(file.card(), Optional.of(file));
    }

    /** What the user named with {@code -m}. */
    public List<String> named() {
        return List.copyOf(models);
    }

    private List<NamedModel> named(List<String> names, ModelStore store) {
        List<NamedModel> named = new ArrayList<>(names.stream().map(name -> named(name, store)).toList());
        if (detector != null) {
            ModelCard wanted = store.card(detectorId(store));
            if (named.stream().noneMatch(model -> model.card().id().equals(wanted.id()))) {
                named.add(new NamedModel(wanted, Optional.empty()));
            }
        }
        return named;
    }

    private PeopleModels resolve(List<NamedModel> named, ModelStore store, ModelFetcher fetcher,
            UnaryOperator<StageModels> selection) throws InterruptedException {
        if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
            throw new UserException("the threshold " + threshold + " is not between 0 and 1");
        }
        if (inputHeight != null && (inputHeight < INPUT_STEP || inputHeight % INPUT_STEP != 0)) {
            throw new UserException("--tsize " + inputHeight + " is not a multiple of " + INPUT_STEP);
        }
        StageModels stages = selection.apply(StageModels.of(store.catalog().preset(presetId), store::card,
                named.stream().map(NamedModel::card).toList()));
        NetworkOptions options = new NetworkOptions(threshold == null ? USUAL_DETECTION : threshold, flipTest, device,
                inputHeight == null ? OptionalInt.empty() : OptionalInt.of(inputHeight));
        PeopleModels.requireFit(stages, options);
        EngineChoice engines = engine.choice();
        stages.all().forEach(engines::require);
        Map<ModelCard, NamedModel> places = new LinkedHashMap<>();
        stages.all().forEach(each -> places.put(each, new NamedModel(each, Optional.empty())));
        named.forEach(model -> places.replace(model.card(), model));
        if (engines.precision().equals(EngineChoice.INT8)) {
            requireQuantized(places.values(), store, fetcher);
        }
        fetcher.fetchMissing(store,
                places.values().stream().filter(model -> model.file().isEmpty()).map(NamedModel::card).toList());
        return PeopleModels.of(stages,
                each -> fetcher.onEngine(store, places.get(each).file(store, engines), engines), options);
    }

    /** One of the networks at least; the user is told of the others, because small ones gain nothing by int8. */
    private static void requireQuantized(Collection<NamedModel> models, ModelStore store, ModelFetcher fetcher) {
        List<NamedModel> others = models.stream().filter(model -> model.quantized(store).isEmpty()).toList();
        if (others.size() == models.size()) {
            throw new UserException("none of the networks was quantized (" + models.stream().map(NamedModel::name)
                    .collect(Collectors.joining(", "))
                    + "); run `posescope quantize NAME --images DIR` with one of them");
        }
        others.forEach(model -> fetcher.tell(model.name() + " was not quantized and runs in its own precision"));
    }

    private String detectorId(ModelStore store) {
        List<String> detectors = store.cards().stream().filter(each -> each.task() == Task.PERSON_DETECTION)
                .map(each -> each.id()).toList();
        return detectors.stream().filter(id -> id.equals(detector) || id.startsWith(detector + "-")).findFirst()
                .orElseThrow(() -> new UserException(
                        "no detector is named " + detector + "; there are " + String.join(", ", detectors)));
    }
}
