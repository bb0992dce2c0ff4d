package org.posescope.tensor.pickle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.posescope.tensor.MalformedDataException;

/**
 * What may be a key of a dict or an item of a set: only what hashes in a time that does not depend on the depth of a
 * nesting or the length of a number.
 */
final class PickleKeys {
    private static final int ENTRY_BYTES = 64;

    private PickleKeys() {}

    /** The value to use as a key. */
    static Object of(Object value, PickleBudget budget) throws MalformedDataException {
        budget.spend(ENTRY_BYTES);
        if (!(value instanceof PickleTuple tuple)) {
            return simple(value, budget);
        }
        List<Object> items = new ArrayList<>();
        for (Object item : tuple.items()) {
            budget.spend(Long.BYTES);
            items.add(simple(item, budget));
        }
        return List.copyOf(items);
    }

    private static Object simple(Object value, PickleBudget budget) throws MalformedDataException {
        return switch (value) {
            case String text -> text;
            case Long number -> number;
            case Double number -> number;
            case Boolean truth -> truth;
            case PickleNone none -> none;
            case PickleGlobal global -> global;
            case PickleDict dict -> throw unsuitable(dict);
            case Stateful object -> object;
            case ByteBuffer bytes -> {
                budget.spend(bytes.remaining());
                yield PickleLiterals.latin1(bytes);
            }
            default -> throw unsuitable(value);
        };
    }

    private static MalformedDataException unsuitable(Object value) {
        return new MalformedDataException("its pickle uses " + PickleValues.kind(value) + " as a key");
    }
}
