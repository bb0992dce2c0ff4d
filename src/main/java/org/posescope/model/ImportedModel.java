package org.posescope.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.posescope.error.UserException;

/**
 * A checkpoint of a user's that was converted on this machine.
 *
 * @param card        of the first conversion
 * @param conversions at least one, the one to use when nothing else is known first
 * @param timings     of the machines on which speed was measured
 * @param int8        how the int8 conversion was made, if there is one
 */
public record ImportedModel(ModelCard card, List<Conversion> conversions, List<ConversionTiming> timings,
        Optional<Int8Facts> int8) {
    public ImportedModel {
        conversions = List.copyOf(conversions);
        timings = List.copyOf(timings);
    }

    /** One that was not quantized. */
    public ImportedModel(ModelCard card, List<Conversion> conversions, List<ConversionTiming> timings) {
        this(card, conversions, timings, Optional.empty());
    }

    /** Whether there is a conversion of that precision. */
    public boolean has(Precision precision) {
        return conversions.stream().anyMatch(each -> each.precision() == precision);
    }

    /**
     * The conversion to run.
     *
     * @throws UserException when there is none of that runtime and precision, or it {@link #isOutdated}
     */
    public Conversion choose(RuntimeChoice choice) {
        if (choice.precision() == Precision.INT8 && !has(Precision.INT8)) {
            throw notQuantized(card.id());
        }
        if (choice.precision() == Precision.INT8 && isOutdated()) {
            throw new UserException(outdated());
        }
        return conversions.stream().filter(each -> each.precision() == choice.precision())
                .filter(each -> choice.runtime().isEmpty() || each.runtime() == choice.runtime().get())
                .min(Comparator.comparingDouble(each -> millis(each, choice.machine())))
                .orElseThrow(() -> new UserException(card.id() + " was not converted for "
                        + choice.runtime().map(runtime -> runtime.label() + " in ").orElse("")
                        + choice.precision().label()
                        + "; there are " + conversions.stream()
                                .map(each -> each.runtime().label() + " in " + each.precision().label())
                                .collect(Collectors.joining(", "))));
    }

    /** Whether its int8 conversion is of a form that is wrong on some processors. */
    public boolean isOutdated() {
        return has(Precision.INT8) && !int8.map(Int8Facts::runsEverywhere).orElse(false);
    }

    /** Says so, and what to do. */
    public String outdated() {
        return card.id() + " was quantized by an older version, whose int8 models compute wrong numbers on processors "
                + "without VNNI; run `posescope quantize " + card.id() + " --images DIR` again";
    }

    /** The conversions that are right on every processor. */
    public List<Conversion> portable() {
        return conversions.stream().filter(each -> !(isOutdated() && each.precision() == Precision.INT8))
                .toList();
    }

    /** Says that there is no int8 conversion of a model, and how to get it. */
    public static UserException notQuantized(String model) {
        return new UserException(
                model + " was not quantized; run `posescope quantize " + model
                        + " --images DIR` with pictures of people");
    }

    /** Infinite where it was not measured, so that the order of the conversions decides. */
    private double millis(Conversion conversion, String machine) {
        Optional<ConversionTiming> timing = timings.stream()
                .filter(each -> each.machine().equals(machine) && each.isOf(conversion)).findFirst();
        return timing.map(ConversionTiming::millis).orElse(Double.POSITIVE_INFINITY);
    }

    /** The card with what a conversion changes. */
    public ModelCard card(Conversion conversion) {
        return new ModelCard(card.id(), card.title(), card.task(), conversion.runtime(), conversion.file(),
                card.input(),
                card.decoder(), card.skeleton(), conversion.precision().label(), card.license(), card.origin(),
                Optional.of(conversion.sha256()), conversion.bytes());
    }
}
