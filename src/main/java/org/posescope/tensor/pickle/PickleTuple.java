package org.posescope.tensor.pickle;

import java.util.List;

/** A Python tuple. */
public final class PickleTuple {
    private final List<Object> items;

    PickleTuple(List<Object> items) {
        this.items = List.copyOf(items);
    }

    public List<Object> items() {
        return items;
    }

    @Override
    public String toString() {
        return "tuple of " + items.size();
    }
}
