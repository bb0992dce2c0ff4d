package org.posescope.model;

import java.util.Optional;

import org.posescope.error.UserException;

/**
 * Which of a model's conversions to run.
 *
 * @param runtime   empty for the fastest on this machine
 * @param precision that the conversion computes in
 * @param machine   this machine, see {@link ConversionTiming#machine}
 */
public record RuntimeChoice(Optional<NetworkRuntime> runtime, Precision precision, String machine) {
    /** In place of the name of a runtime: the fastest. */
    public static final String AUTO = "auto";

    /** The fastest at full precision. */
    public static RuntimeChoice automatic() {
        return of(Optional.empty(), Precision.FP32);
    }

    public static RuntimeChoice of(Optional<NetworkRuntime> runtime, Precision precision) {
        String machine = ConversionTiming.machine(System.getProperties(), Runtime.getRuntime().availableProcessors());
        return new RuntimeChoice(runtime, precision, machine);
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
