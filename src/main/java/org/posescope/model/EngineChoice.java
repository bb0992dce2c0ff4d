package org.posescope.model;

import java.util.Optional;

import org.posescope.error.UserException;

/**
 * Which of a model's conversions to run.
 *
 * @param runtime   empty for the fastest on this machine
 * @param precision {@link #FP32}, {@link #BF16} or {@link #INT8}
 * @param machine   this machine, see {@link ConversionTiming#machine}
 */
public record EngineChoice(Optional<NetworkRuntime> runtime, String precision, String machine) {
    public static final String FP32 = "fp32";
    public static final String BF16 = "bf16";
    /** What {@code posescope quantize} makes. */
    public static final String INT8 = "int8";

    /** In place of the name of a runtime: the fastest. */
    public static final String AUTO = "auto";

    /** The fastest at full precision. */
    public static EngineChoice automatic() {
        return of(Optional.empty(), FP32);
    }

    public static EngineChoice of(Optional<NetworkRuntime> runtime, String precision) {
        String machine = ConversionTiming.machine(System.getProperties(), Runtime.getRuntime().availableProcessors());
        return new EngineChoice(runtime, precision, machine);
    }

    /**
     * Checks that a model which exists for one runtime only is not wanted in another.
     *
     * @throws UserException when it is
     */
    public void require(ModelCard model) {
        if (runtime.isPresent() && runtime.get() != model.runtime() && !isForEveryRuntime(model)) {
            throw new UserException(model.id() + " is made for " + model.runtime().label() + " and cannot run on "
                    + runtime.get().label() + "; choose the engine " + AUTO);
        }
    }

    /** Whether it was, or can be, converted. */
    private static boolean isForEveryRuntime(ModelCard model) {
        return model.runtime() == NetworkRuntime.TFLITE || model.origin() instanceof Origin.Imported
                || model.origin() instanceof Origin.NpmGraph;
    }
}
