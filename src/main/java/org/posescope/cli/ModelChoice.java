package org.posescope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.posescope.error.UserException;
import org.posescope.infer.SessionOptions;
import org.posescope.model.EngineChoice;
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

    boolean flipTest() {
        return flipTest;
    }

    /**
     * The files of the chosen networks; those that the catalog can fetch are fetched when they are missing.
     *
     * @throws UserException when one is unknown, missing or not what it should be
     */
    StoredModels resolve(ModelStore store, ModelFetcher fetcher) throws InterruptedException {
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
        fetcher.fetchMissing(store, slots.stream().filter(slot -> slot.file.isEmpty()).map(Slot::card).toList());
        EngineChoice engines = engine.choice();
        return new StoredModels(detectorSlot.file(store, engines), poseSlot.file(store, engines),
                bodySlot.map(slot -> slot.file(store, engines)), threshold, flipTest, device);
    }

    /**
     * As {@link #resolve}, for points in the picture only.
     *
     * @throws UserException likewise, and when a network for bodies is named
     */
    StoredModels resolveForPoints(ModelStore store, ModelFetcher fetcher) throws InterruptedException {
        ofTask(models.stream().map(model -> slot(store, model)).toList(), Task.BODY_PARAMETERS).ifPresent(slot -> {
            throw new UserException(
                    slot.card.id() + " gives bodies and no points in the picture; name a network for points with -m");
        });
        return resolve(store, fetcher).withoutBody();
    }

    /** A place in the pipeline and what fills it: a model of the catalog, or a file of the user's. */
    private record Slot(ModelCard card, Optional<ModelFile> file) {
        static Slot of(ModelCard card) {
            return new Slot(card, Optional.empty());
        }

        ModelFile file(ModelStore store, EngineChoice engines) {
            return file.orElseGet(() -> store.require(card.id(), engines));
        }
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
