package org.posescope.tensor.pickle;

import java.nio.ByteBuffer;
import java.util.Map;

import org.posescope.tensor.MalformedDataException;

/**
 * Reads Python pickles of protocols 0 to 5. A pickle can make only Python's own plain values and what the reader's
 * vocabulary has a stand-in for; any other name is an error that repeats it. Memory and time stay in proportion to the data.
 *
 * <p>Thread-safe when its vocabulary and persistent ids are.
 */
public final class PickleReader {
    private final Map<String, PickleFunction> vocabulary;
    private final PersistentIds persistentIds;

    /**
     * A reader of pickles that keep all their data inside.
     *
     * @param vocabulary stand-ins by the names of the classes and functions they stand for, module included, as
     *                   {@code numpy.ndarray}
     */
    public PickleReader(Map<String, PickleFunction> vocabulary) {
        this(vocabulary, PersistentIds.NONE);
    }

    public PickleReader(Map<String, PickleFunction> vocabulary, PersistentIds persistentIds) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.persistentIds = persistentIds;
    }

    /**
     * The value of one pickle, as described for this package. Values are views of the data, which must not change as long
     * as they are used.
     *
     * @param data from its position on; left behind the pickle's last byte
     * @throws MalformedDataException when the data is no whole pickle, or one that needs an unknown class
     */
    public Object read(ByteBuffer data) throws MalformedDataException {
        ByteBuffer view = data.duplicate();
        Object value = new PickleMachine(view, vocabulary, persistentIds).run();
        data.position(view.position());
        return value;
    }
}
