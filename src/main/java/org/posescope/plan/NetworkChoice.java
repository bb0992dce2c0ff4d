package org.posescope.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.posescope.infer.SessionOptions;
import org.posescope.model.ModelCatalog;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Precision;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which networks look at the frames, by name, and how they are run.
 *
 * @param preset      id of networks that belong together
 * @param detector    id of a model, or the start of one, in place of the preset's detector; empty: the preset's
 * @param models      ids or files of models in place of the preset's, at most one for each stage
 * @param card        that describes the file among {@code models}, where none lies beside it
 * @param runtime     that executes them; empty: the one a file is made for, of several the fastest on this machine
 * @param device      as in {@link SessionOptions}
 * @param flipTest    whether networks with heatmaps look at each picture in a mirror too
 * @param inputHeight pixels of the input of a network that sees the whole frame, a multiple of 8; empty: as it was published
 * @param heatmaps    how points are read from heatmaps; empty: as the network's card says
 */
public record NetworkChoice(@JsonProperty("preset") String preset, @JsonProperty("detector") String detector,
        @JsonProperty("models") List<String> models, @JsonProperty("card") Optional<Path> card,
        @JsonProperty("runtime") Optional<NetworkRuntime> runtime, @JsonProperty("precision") Precision precision,
        @JsonProperty("device") String device, @JsonProperty("flip_test") boolean flipTest,
        @JsonProperty("input_height") OptionalInt inputHeight,
        @JsonProperty("heatmaps") Optional<HeatmapDecoding> heatmaps) {
    public static final NetworkChoice DEFAULT = new NetworkChoice(ModelCatalog.DEFAULT_PRESET, "", List.of(),
            Optional.empty(), Optional.empty(), Precision.FP32, SessionOptions.CPU, false, OptionalInt.empty(),
            Optional.empty());
    /** Networks for whole frames halve their input three times. */
    private static final int INPUT_STEP = 8;

    /** @throws IllegalArgumentException when a name is missing or the input height is no multiple of 8 */
    public NetworkChoice {
        if (preset == null || detector == null || precision == null || device == null || device.isBlank()) {
            throw new IllegalArgumentException("preset, detector, precision and device need names");
        }
        models = List.copyOf(models);
        if (inputHeight.isPresent() && (inputHeight.getAsInt() < INPUT_STEP
                || inputHeight.getAsInt() % INPUT_STEP != 0)) {
            throw new IllegalArgumentException(
                    "an input height of " + inputHeight.getAsInt() + " is not a multiple of " + INPUT_STEP);
        }
    }

    /** Another preset with its own models. */
    public NetworkChoice withPreset(String newPreset) {
        return new NetworkChoice(newPreset, "", List.of(), Optional.empty(), runtime, precision, device, flipTest,
                inputHeight,
                heatmaps);
    }

    public NetworkChoice withDetector(String newDetector) {
        return new NetworkChoice(preset, newDetector, models, card, runtime, precision, device, flipTest, inputHeight,
                heatmaps);
    }

    public NetworkChoice withModels(List<String> newModels) {
        return new NetworkChoice(preset, detector, newModels, card, runtime, precision, device, flipTest, inputHeight,
                heatmaps);
    }

    /** With one more model. */
    public NetworkChoice plusModel(String model) {
        return withModels(Stream.concat(models.stream(), Stream.of(model)).toList());
    }

    public NetworkChoice withRuntime(Optional<NetworkRuntime> newRuntime) {
        return new NetworkChoice(preset, detector, models, card, newRuntime, precision, device, flipTest, inputHeight,
                heatmaps);
    }

    public NetworkChoice withPrecision(Precision newPrecision) {
        return new NetworkChoice(preset, detector, models, card, runtime, newPrecision, device, flipTest, inputHeight,
                heatmaps);
    }

    public NetworkChoice withDevice(String newDevice) {
        return new NetworkChoice(preset, detector, models, card, runtime, precision, newDevice, flipTest, inputHeight,
                heatmaps);
    }

    public NetworkChoice withFlipTest(boolean wanted) {
        return new NetworkChoice(preset, detector, models, card, runtime, precision, device, wanted, inputHeight,
                heatmaps);
    }
}
