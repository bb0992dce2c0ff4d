package org.posescope.tensor.pickle;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import org.posescope.tensor.MalformedDataException;

/** A Python set or frozenset; its items are keys as in a {@link PickleDict}. */
public final class PickleSet {
    private final Set<Object> items = new LinkedHashSet<>();

    void addAll(Iterable<Object> more, PickleBudget budget) throws MalformedDataException {
        for (Object item : more) {
            items.add(PickleKeys.of(item, budget));
        }
    }

    /** The items, which cannot be changed. */
    public Set<Object> items() {
        return Collections.unmodifiableSet(items);
    }

    @Override
    public String toString() {
        return "set of " + items.size();
    }
}
