package org.posescope.tensor.pickle;

import org.posescope.tensor.MalformedDataException;

/**
 * The memory that one pickle may take on the heap, by estimate. A few bytes of pickle can ask for many objects, or for the
 * thousandth copy of a large one; honest files need about their own size.
 */
public final class PickleBudget {
    private static final long BASE_BYTES = 64L << 20;

    private long left;

    PickleBudget(long fileBytes) {
        left = BASE_BYTES + 2 * fileBytes;
    }

    /**
     * Takes memory.
     *
     * @throws MalformedDataException when the pickle has taken too much
     */
    public void spend(long bytes) throws MalformedDataException {
        left -= bytes;
        if (left < 0) {
            throw new MalformedDataException("its pickle unfolds to far more data than the file holds");
        }
    }
}
