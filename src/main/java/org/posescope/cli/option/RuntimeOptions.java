package org.posescope.cli.option;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.posescope.error.UserException;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Precision;
import org.posescope.model.RuntimeChoice;

import picocli.CommandLine.Option;

/** Which runtime executes the networks, in which precision. */
public final class RuntimeOptions {
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
