package org.posescope.app.player;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.posescope.body.BodyModel;
import org.posescope.infer.SessionOptions;
import org.posescope.model.EngineChoice;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Preset;
import org.posescope.model.StageModels;
import org.posescope.pipeline.people.Lens;
import org.posescope.pipeline.people.PeopleOptions;
import org.posescope.pipeline.people.Threads;
import org.posescope.track.SmoothingSettings;

/**
 * How people are found, as the user chose it.
 *
 * @param preset      id of the preset
 * @param detector    id of the model to use in place of the preset's detector; empty: the preset's
 * @param pose        likewise for the pose
 * @param engine      that executes networks: the label of a {@link NetworkRuntime}, or {@link EngineChoice#AUTO}
 * @param device      that networks run on
 * @param threads     for networks; 0: all processors but one
 * @param threshold   0..1, least score of a person
 * @param smoothing   whether motion is smoothed
 * @param fieldOfView degrees that the longer side of the picture covers; without effect when {@code focal} is given
 * @param focal       focal length in pixels; 0: not known
 */
public record PipelineChoice(String preset, String detector, String pose, String engine, String device, int threads,
        double threshold,
        boolean smoothing, double fieldOfView, double focal) {
    public static final PipelineChoice DEFAULT = new PipelineChoice(ModelCatalog.DEFAULT_PRESET, "", "",
            EngineChoice.AUTO, SessionOptions.CPU, 0, 0.5, true, 60, 0);
    private static final int MOST_THREADS = 256;

    /** @throws IllegalArgumentException when a number is out of its range, or a name is missing */
    public PipelineChoice {
        if (preset == null || detector == null || pose == null || device == null || device.isBlank()) {
            throw new IllegalArgumentException("preset, models and device need names");
        }
        if (!EngineChoice.AUTO.equals(engine) && NetworkRuntime.ofLabel(engine).isEmpty()) {
            throw new IllegalArgumentException("there is no engine " + engine);
        }
        require(threads >= 0 && threads <= MOST_THREADS, "threads", threads);
        require(threshold >= 0 && threshold <= 1, "threshold", threshold);
        require(fieldOfView > 0 && fieldOfView < 180, "field of view", fieldOfView);
        require(focal >= 0 && Double.isFinite(focal), "focal length", focal);
    }

    private static void require(boolean condition, String name, Number value) {
        if (!condition) {
            throw new IllegalArgumentException("a " + name + " of " + value + " is out of range");
        }
    }

    /** Another preset with its own models, and the threshold that is usual for them. */
    public PipelineChoice withPreset(Preset other) {
        return withModels(other.id(), "", "").withPeople(other.usualThreshold(), smoothing);
    }

    public PipelineChoice withModels(String newPreset, String newDetector, String newPose) {
        return new PipelineChoice(newPreset, newDetector, newPose, engine, device, threads, threshold, smoothing,
                fieldOfView,
                focal);
    }

    public PipelineChoice withMachine(String newDevice, int newThreads) {
        return new PipelineChoice(preset, detector, pose, engine, newDevice, newThreads, threshold, smoothing,
                fieldOfView,
                focal);
    }

    public PipelineChoice withEngine(String newEngine) {
        return new PipelineChoice(preset, detector, pose, newEngine, device, threads, threshold, smoothing, fieldOfView,
                focal);
    }

    public PipelineChoice withPeople(double newThreshold, boolean newSmoothing) {
        return new PipelineChoice(preset, detector, pose, engine, device, threads, newThreshold, newSmoothing,
                fieldOfView,
                focal);
    }

    public PipelineChoice withLens(double newFieldOfView, double newFocal) {
        return new PipelineChoice(preset, detector, pose, engine, device, threads, threshold, smoothing, newFieldOfView,
                newFocal);
    }

    public Lens lens() {
        return focal > 0 ? new Lens.Focal(focal) : new Lens.FieldOfView(fieldOfView);
    }

    /**
     * The model of each stage.
     *
     * @param cards finds a model by its id
     * @throws org.posescope.error.UserException when there is none of that name, or one does not go with the others
     */
    public StageModels models(ModelCatalog catalog, Function<String, ModelCard> cards) {
        List<ModelCard> named = Stream.of(detector, pose).filter(id -> !id.isEmpty()).map(cards).toList();
        return StageModels.of(catalog.preset(preset), cards, named);
    }

    EngineChoice engines() {
        return EngineChoice.of(NetworkRuntime.ofLabel(engine), EngineChoice.FP32);
    }

    /** One core is left to the window: threads that have to share a core make each other wait after every layer. */
    Threads threads(int cores) {
        int count = threads == 0 ? Math.max(1, cores - 1) : threads;
        return new Threads(count, count);
    }

    /** @param body is fitted to everybody */
    PeopleOptions people(BodyModel body) {
        PeopleOptions usual = PeopleOptions.defaults();
        float presence = (float) threshold;
        return new PeopleOptions(presence, Math.max(presence, usual.minNewcomer()), usual.detectEvery(),
                usual.maxPeople(), usual.tracker(),
                smoothing ? Optional.of(SmoothingSettings.defaults()) : Optional.empty(), lens(),
                Optional.of(body));
    }
}
