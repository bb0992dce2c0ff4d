package org.posescope.tensor.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A Python list. */
public final class PickleList {
    private final List<Object> items;

    PickleList(List<Object> items) {
        this.items = new ArrayList<>(items);
    }

    void addAll(List<Object> more) {
        items.addAll(more);
    }

    /** The items, which cannot be changed. */
    public List<Object> items() {
        return Collections.unmodifiableList(items);
    }

    @Override
    public String toString() {
        return "list of " + items.size();
    }
}
