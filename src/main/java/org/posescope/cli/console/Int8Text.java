package org.posescope.cli.console;

import java.util.Locale;

import org.posescope.model.Int8Facts;
import org.posescope.quantize.QuantizedModel;

/** Says how a model was quantized and what came of it. */
public final class Int8Text {
    /** From here on int8 is not worth its loss of digits. */
    private static final double NOT_FASTER = 0.95;

    private Int8Text() {}

    /** One line for a list. */
    public static String record(Int8Facts facts) {
        return String.format(Locale.ROOT,
                "%s of %d inputs from %s, %d layers with weights %s%s, in float %s, difference %.1f%%, time x %.2f on %s",
                facts.method(), facts.pictures(), facts.source(), facts.layers(), facts.form(),
                facts.runsEverywhere() ? "" : " (outdated)",
                facts.floatLayers().isEmpty() ? "none" : String.join(" ", facts.floatLayers()),
                100 * facts.difference(), facts.timeRatio(), facts.machine());
    }

    /** What the user reads when it is done. */
    public static String result(QuantizedModel quantized) {
        Int8Facts facts = quantized.facts();
        String id = quantized.model().card().id();
        String left = facts.floatLayers().isEmpty()
                ? ""
                : " (in float: " + String.join(", ", facts.floatLayers()) + ")";
        return String.format(Locale.ROOT, """
                %s computes %d layers in int8%s, calibrated with %d inputs by %s
                size %s, fp32 %s
                time x %.2f of fp32 (in turns, the shortest runs, %s)
                difference of the outputs %.1f%% of their size, on %s
                %s""", id, facts.layers(), left, facts.pictures() - quantized.heldApart(), facts.method(),
                ProgressUnit.BYTES.format(quantized.int8Bytes()), ProgressUnit.BYTES.format(quantized.floatBytes()),
                facts.timeRatio(), facts.machine(), 100 * facts.difference(),
                quantized.heldApart() == 0
                        ? "the same inputs"
                        : quantized.heldApart() + " inputs that were held apart",
                facts.timeRatio() < NOT_FASTER
                        ? "use it with --precision int8"
                        : "int8 is not faster than fp32 here; it is kept, and --precision int8 uses it");
    }
}
