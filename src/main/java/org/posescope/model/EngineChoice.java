package org.posescope.model;

import java.util.Optional;

/**
 * Which of a model's conversions to run.
 *
 * @param runtime   empty for the fastest on this machine
 * @param precision {@link #FP32}, {@link #BF16} or {@link #INT8}
 * @param machine   this machine, see {@link Timing#machine}
 */
public record EngineChoice(Optional<NetworkRuntime> runtime, String precision, String machine) {
    public static final String FP32 = "fp32";
    public static final String BF16 = "bf16";
    /** What {@code posescope quantize} makes. */
    public static final String INT8 = "int8";

    /** The fastest at full precision. */
    public static EngineChoice automatic() {
        return of(Optional.empty(), FP32);
    }

    public static EngineChoice of(Optional<NetworkRuntime> runtime, String precision) {
        String machine = Timing.machine(System.getProperties(), Runtime.getRuntime().availableProcessors());
        return new EngineChoice(runtime, precision, machine);
    }
}
