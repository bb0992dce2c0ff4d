package org.posescope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.posescope.error.UserException;
import org.posescope.infer.SessionOptions;
import org.posescope.model.EngineChoice;
import org.posescope.model.ImportedModel;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFile;
import org.posescope.model.ModelStore;
import org.posescope.model.Preset;
import org.posescope.model.Task;
import org.posescope.pipeline.people.StoredModels;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which networks to use. */
final class ModelChoice {
    @Option(names = "--preset", paramLabel = "PRESET", defaultValue = ModelCatalog.DEFAULT_PRESET,
            description = "networks that "
                    + "belong together (default: ${DEFAULT-VALUE}; 'posescope models list' names all)")
    private String preset;

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
        "--threshold"}, paramLabel = "SCORE", defaultValue = "0.5",
            description = "least score, 0 to 1, of a "
                    + "person (default: ${DEFAULT-VALUE})")
    private float threshold;

    @Option(names = {"-d",
        "--device"}, paramLabel = "DEVICE", defaultValue = SessionOptions.CPU,
            description = "device to run "
                    + "networks on: cpu, cuda or cuda:N (default: ${DEFAULT-VALUE})")
    private String device;

    @Option(names = "--flip-test",
            description = "let HRNet and SimplePose look at each person in a mirror too: half as fast, "
                    + "somewhat more exact")
    private boolean flipTest;

    @Mixin
    private EngineSelection engine;

    String preset() {
        return preset;
    }

    float threshold() {
        return threshold;
    }

    /**
     * The files of the chosen networks; those that the catalog can fetch are fetched when they are missing.
     *
     * @throws UserException when one is unknown, missing or not what it should be
     */
    StoredModels resolve(ModelStore store, ModelFetcher fetcher) throws InterruptedException {
        return resolve(store, fetcher, models);
    }

    /** As {@link #resolve(ModelStore, ModelFetcher)}, with a model that is named in another way than by an option. */
    StoredModels resolveWith(String model, ModelStore store, ModelFetcher fetcher) throws InterruptedException {
        return resolve(store, fetcher, Stream.concat(models.stream(), Stream.of(model)).toList());
    }

    /** What is known of a model by its id or file. */
    ModelCard card(String model, ModelStore store) {
        return slot(store, model).card;
    }

    /**
     * The file of a model by its id or file.
     *
     * @throws UserException when there is none, or none for these engines
     */
    ModelFile file(String model, ModelStore store, EngineChoice engines) {
        return slot(store, model).file(store, engines);
    }

    /** What the user named with {@code -m}. */
    List<String> named() {
        return List.copyOf(models);
    }

    private StoredModels resolve(ModelStore store, ModelFetcher fetcher, List<String> models)
            throws InterruptedException {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new UserException("the threshold " + threshold + " is not between 0 and 1");
        }
        Preset chosen = store.catalog().preset(preset);
        List<Slot> named = models.stream().map(model -> slot(store, model)).toList();
        Slot detectorSlot = ofTask(named, Task.PERSON_DETECTION)
                .orElseGet(() -> Slot.of(store.card(detector == null ? chosen.detector() : detectorId(store))));
        Slot poseSlot = ofTask(named, Task.POSE_LANDMARKS).or(() -> ofTask(named, Task.POSE_2D))
                .orElseGet(() -> Slot.of(store.card(chosen.pose())));
        Optional<Slot> bodySlot = ofTask(named, Task.BODY_PARAMETERS)
                .or(() -> chosen.body().map(body -> Slot.of(store.card(body))));
        List<Slot> slots = Stream.concat(Stream.of(detectorSlot, poseSlot), bodySlot.stream()).toList();
        slots.forEach(slot -> engine.require(slot.card));
        EngineChoice engines = engine.choice();
        if (engines.precision().equals(EngineChoice.INT8)) {
            requireQuantized(slots, store, fetcher);
        }
        fetcher.fetchMissing(store, slots.stream().filter(slot -> slot.file.isEmpty()).map(Slot::card).toList());
        return new StoredModels(detectorSlot.file(store, engines), poseSlot.file(store, engines),
                bodySlot.map(slot -> slot.file(store, engines)), threshold, flipTest, device);
    }

    /** A place in the pipeline and what fills it: a model of the catalog, or a file of the user's. */
    private record Slot(ModelCard card, Optional<ModelFile> file) {
        static Slot of(ModelCard card) {
            return new Slot(card, Optional.empty());
        }

        ModelFile file(ModelStore store, EngineChoice engines) {
            if (engines.precision().equals(EngineChoice.INT8)) {
                return quantized(store).map(model -> store.require(model.card().id(), engines)).orElseGet(
                        () -> file.orElseGet(() -> store.require(card.id(), EngineChoice.of(engines.runtime(),
                                EngineChoice.FP32))));
            }
            return file.orElseGet(() -> store.require(card.id(), engines));
        }

        Optional<ImportedModel> quantized(ModelStore store) {
            return file.isPresent()
                    ? store.quantized(file.get())
                    : store.imported().find(card.id()).filter(model -> model.has(EngineChoice.INT8));
        }

        /** As the user named it. */
        String name() {
            return file.map(named -> named.path().toString()).orElse(card.id());
        }
    }

    /** One of the networks at least; the user is told of the others, because small ones gain nothing by int8. */
    private static void requireQuantized(List<Slot> slots, ModelStore store, ModelFetcher fetcher) {
        List<Slot> others = slots.stream().filter(slot -> slot.quantized(store).isEmpty()).toList();
        if (others.size() == slots.size()) {
            throw new UserException("none of the networks was quantized (" + slots.stream().map(Slot::name)
                    .collect(Collectors.joining(", "))
                    + "); run `posescope quantize NAME --images DIR` with one of them");
        }
        others.forEach(slot -> fetcher.tell(slot.name() + " was not quantized and runs in its own precision"));
    }

    private Slot slot(ModelStore store, String model) {
        Optional<ModelCard> known = store.cards().stream().filter(each -> each.id().equals(model))
                .findFirst();
        if (known.isPresent() && !Files.exists(Path.of(model))) {
            return Slot.of(known.get());
        }
        ModelFile file = store.userFile(Path.of(model), Optional.ofNullable(card));
        return new Slot(file.card(), Optional.of(file));
    }

    private static Optional<Slot> ofTask(List<Slot> slots, Task task) {
        List<Slot> found = slots.stream().filter(slot -> slot.card.task() == task).toList();
        if (found.size() > 1) {
            throw new UserException("-m names two models for the same stage: " + found.get(0).card.id() + " and "
                    + found.get(1).card.id());
        }
        return found.stream().findFirst();
    }

    private String detectorId(ModelStore store) {
        List<String> detectors = store.cards().stream().filter(each -> each.task() == Task.PERSON_DETECTION)
                .map(each -> each.id()).toList();
        return detectors.stream().filter(id -> id.equals(detector) || id.startsWith(detector + "-")).findFirst()
                .orElseThrow(() -> new UserException(
                        "no detector is named " + detector + "; there are " + String.join(", ", detectors)));
    }
}
