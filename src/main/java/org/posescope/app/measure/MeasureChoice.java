package org.posescope.app.measure;

import java.util.Optional;

/**
 * What the user measures and by what.
 *
 * @param length that is known in what was opened last with one
 */
public record MeasureChoice(Optional<KeptLength> length) {
    public static final MeasureChoice DEFAULT = new MeasureChoice(Optional.empty());

    public MeasureChoice withLength(Optional<KeptLength> newLength) {
        return new MeasureChoice(newLength);
    }
}
