package org.posescope.track;

import java.util.ArrayList;
import java.util.List;

/** One filter for each of the numbers of a frame: the n-th number of every frame meets the n-th filter. */
final class FilterBank {
    private final OneEuroSettings settings;
    private final List<OneEuroFilter> filters = new ArrayList<>();
    private double seconds;
    private double scale;
    private int position;

    FilterBank(OneEuroSettings settings) {
        this.settings = settings;
    }

    /**
     * Begins a frame.
     *
     * @param newSeconds since the frame before
     * @param newScale   size of the body in the unit of the numbers
     */
    FilterBank frame(double newSeconds, double newScale) {
        seconds = newSeconds;
        scale = newScale;
        position = 0;
        return this;
    }

    /** The next number of the frame, smoothed. */
    float next(float raw) {
        if (position == filters.size()) {
            filters.add(new OneEuroFilter(settings));
        }
        return (float) filters.get(position++).filter(raw, seconds, scale);
    }

    /** In place of a number that is not known: the next one there starts anew. */
    void forget() {
        if (position < filters.size()) {
            filters.set(position, new OneEuroFilter(settings));
        } else {
            filters.add(new OneEuroFilter(settings));
        }
        position++;
    }
}
