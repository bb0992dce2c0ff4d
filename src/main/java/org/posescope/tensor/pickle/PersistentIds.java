package org.posescope.tensor.pickle;

import org.posescope.tensor.MalformedDataException;

/** Finds the values that a pickle leaves outside of itself, as PyTorch does with its tensors' memory. */
@FunctionalInterface
public interface PersistentIds {
    /** For files that keep everything inside. */
    PersistentIds NONE = id -> {
        throw new MalformedDataException("its pickle refers to data outside of the file");
    };

    /**
     * The value with an id.
     *
     * @param id mostly a {@link PickleTuple}
     * @throws MalformedDataException when there is none
     */
    Object load(Object id) throws MalformedDataException;
}
