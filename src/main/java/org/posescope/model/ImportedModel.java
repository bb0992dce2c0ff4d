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
 */
public record ImportedModel(ModelCard card, List<Conversion> conversions, List<Timing> timings) {
    public ImportedModel {
        conversions = List.copyOf(conversions);
        timings = List.copyOf(timings);
    }

    /**
     * The conversion to run.
     *
     * @throws UserException when there is none of that runtime and precision
     */
    public Conversion choose(EngineChoice choice) {
        return conversions.stream().filter(each -> each.precision().equals(choice.precision()))
                .filter(each -> choice.runtime().isEmpty() || each.runtime() == choice.runtime().get())
                .min(Comparator.comparingDouble(each -> millis(each, choice.machine())))
                .orElseThrow(() -> new UserException(card.id() + " was not converted for "
                        + choice.runtime().map(runtime -> runtime.label() + " in ").orElse("") + choice.precision()
                        + "; there are " + conversions.stream()
                                .map(each -> each.runtime().label() + " in " + each.precision())
                                .collect(Collectors.joining(", "))));
    }

    /** Infinite where it was not measured, so that the order of the conversions decides. */
    private double millis(Conversion conversion, String machine) {
        Optional<Timing> timing = timings.stream()
                .filter(each -> each.machine().equals(machine) && each.isOf(conversion)).findFirst();
        return timing.map(Timing::millis).orElse(Double.POSITIVE_INFINITY);
    }

    /** The card with what a conversion changes. */
    public ModelCard card(Conversion conversion) {
        return new ModelCard(card.id(), card.title(), card.task(), conversion.runtime(), conversion.file(),
                card.input(),
                card.decoder(), card.skeleton(), conversion.precision(), card.license(), card.origin(),
                Optional.of(conversion.sha256()), conversion.bytes());
    }
}
