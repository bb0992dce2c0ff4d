package org.posescope.tensor.pickle;

import java.util.HashMap;
import java.util.Map;

import org.posescope.tensor.MalformedDataException;

/** Values that a pickle numbers to use them again. */
final class PickleMemo {
    private static final int ENTRY_BYTES = 64;

    private final PickleBudget budget;
    private final Map<Long, Object> values = new HashMap<>();

    PickleMemo(PickleBudget budget) {
        this.budget = budget;
    }

    void put(long index, Object value) throws MalformedDataException {
        budget.spend(ENTRY_BYTES);
        values.put(index, value);
    }

    void putNext(Object value) throws MalformedDataException {
        put(values.size(), value);
    }

    Object get(long index) throws MalformedDataException {
        Object value = values.get(index);
        if (value == null) {
            throw new MalformedDataException("its pickle uses value number " + index + " before it is made");
        }
        return value;
    }
}
