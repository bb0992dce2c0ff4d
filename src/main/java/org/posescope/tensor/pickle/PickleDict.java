package org.posescope.tensor.pickle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.posescope.tensor.MalformedDataException;

/**
 * A Python dict or OrderedDict. A key is text (Python 2's byte strings too, as Latin-1), a number of 64 bits, a truth
 * value, None, an object by its identity, or for a tuple of these a List.
 */
public final class PickleDict implements Stateful {
    private final Map<Object, Object> entries = new LinkedHashMap<>();

    void put(Object key, Object value, PickleBudget budget) throws MalformedDataException {
        entries.put(PickleKeys.of(key, budget), value);
    }

    /** The entries in their order; they cannot be changed. */
    public Map<Object, Object> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /** The value of a key that is text. */
    public Optional<Object> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Passes over the attributes that an OrderedDict may carry beside its entries: they are notes of whoever wrote it. */
    @Override
    public void setState(Object state) {}

    @Override
    public String toString() {
        return "dict of " + entries.size();
    }
}
