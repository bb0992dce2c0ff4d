package org.posescope.cli.option;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.posescope.error.UserException;
import org.posescope.infer.SessionOptions;
import org.posescope.model.ModelCatalog;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Precision;
import org.posescope.model.RuntimeChoice;
import org.posescope.plan.HeatmapDecoding;
import org.posescope.plan.NetworkChoice;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Following;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which networks look at the frames. */
public final class NetworkOptions {
    /** Networks for whole frames halve their input three times. */
    private static final int INPUT_STEP = 8;

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
                    + "or its file (.tflite, .onnx, .pt); what it does is known from its card, or of .onnx files from the file itself; may be given for each stage")
    private List<String> models = List.of();

    @Option(names = "--card", paramLabel = "FILE", description = "the card of the model file named by -m")
    private Path card;

    @Option(names = {"-t",
        "--threshold"}, paramLabel = "SCORE",
            description = "least score, 0 to 1, of a "
                    + "person (default: 0.5; 0.2 of networks that see the whole frame, 0.11 of MoveNet)")
    private Double threshold;

    @Option(names = {"-d",
        "--device"}, paramLabel = "DEVICE", defaultValue = SessionOptions.CPU,
            description = "device to run "
                    + "networks on: cpu, cuda or cuda:N (default: ${DEFAULT-VALUE})")
    private String device;

    @Option(names = "--flip-test",
            description = "let HRNet and SimplePose look at each person in a mirror too: half as fast, "
                    + "somewhat more exact")
    private boolean flipTest;

    @Option(names = "--heatmaps", paramLabel = "DECODING", converter = HeatmapDecodingConverter.class,
            description = "how points are read from heatmaps, as the network was trained: quarter (HRNet, SimplePose), "
                    + "dark, or udp (ViTPose, networks of mmpose with udp in their name) (default: what the card says, else quarter)")
    private HeatmapDecoding heatmaps;

    @Option(names = "--tsize", paramLabel = "PIXELS",
            description = "height of the picture that a network for whole frames sees, a multiple of 8: larger finds smaller "
                    + "people and is slower (default: what the network was published with)")
    private Integer inputHeight;

    @Mixin
    private RuntimeOptions runtime;

    /**
     * A plan of these networks with the defaults for all else.
     *
     * @throws UserException when an option makes no sense
     */
    public Plan plan() {
        Following usual = Following.DEFAULT;
        return Plan.DEFAULT.withNetworks(choice()).withFollowing(new Following(threshold(), usual.detectEvery(),
                usual.track(), usual.smooth(), usual.maxPeople(), usual.background()));
    }

    NetworkChoice choice() {
        if (inputHeight != null && (inputHeight < INPUT_STEP || inputHeight % INPUT_STEP != 0)) {
            throw new UserException("--tsize " + inputHeight + " is not a multiple of " + INPUT_STEP);
        }
        return new NetworkChoice(preset, Optional.ofNullable(detector).orElse(""), models, Optional.ofNullable(card),
                runtime.runtime(), runtime.precision(), device, flipTest,
                inputHeight == null ? OptionalInt.empty() : OptionalInt.of(inputHeight),
                Optional.ofNullable(heatmaps));
    }

    /**
     * The least score of a person, 0..1; empty where the usual one is meant.
     *
     * @throws UserException when it is out of range
     */
    OptionalDouble threshold() {
        if (threshold == null) {
            return OptionalDouble.empty();
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new UserException("the threshold " + threshold + " is not between 0 and 1");
        }
        return OptionalDouble.of(threshold);
    }

    /** Which runtime executes the networks, in which precision. */
    public static final class RuntimeOptions {
        @Option(names = "--engine", paramLabel = "ENGINE", defaultValue = RuntimeChoice.AUTO,
                description = "runtime of the networks: tflite, onnxruntime, pytorch, or auto for the one a file is made for "
                        + "and, of an imported checkpoint, the fastest on this machine; networks of TensorFlow Lite are "
                        + "converted for the others when they are first wanted there (default: ${DEFAULT-VALUE})")
        private String engine;

        @Option(names = "--precision", paramLabel = "PRECISION", defaultValue = "fp32",
                description = "what networks compute in: fp32; bf16, imported checkpoints with --engine pytorch or auto; or int8, "
                        + "those that 'posescope quantize' was run on (default: ${DEFAULT-VALUE})")
        private String precision;

        /** @throws UserException when a runtime or precision of that name is not known */
        public RuntimeChoice choice() {
            return RuntimeChoice.of(runtime(), precision());
        }

        /** @throws UserException when no precision has that name */
        Precision precision() {
            return Precision.ofLabel(precision).orElseThrow(() -> new UserException(
                    "no precision is named " + precision + "; there are fp32, bf16 and int8"));
        }

        /**
         * Empty: the one that a file is made for.
         *
         * @throws UserException when no runtime has that name
         */
        Optional<NetworkRuntime> runtime() {
            Optional<NetworkRuntime> named = NetworkRuntime.ofLabel(engine);
            if (named.isEmpty() && !engine.equals(RuntimeChoice.AUTO)) {
                throw new UserException("no engine is named " + engine + "; there are auto, " + Arrays
                        .stream(NetworkRuntime.values()).map(NetworkRuntime::label).collect(Collectors.joining(", ")));
            }
            return named;
        }
    }
}
