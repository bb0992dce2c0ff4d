package org.posescope.tensor.pickle;

import org.posescope.tensor.MalformedDataException;

/** An object that a pickle makes first and fills later. Its identity is its equality, so that it can be a key. */
public interface Stateful {
    /**
     * Takes what the Python object's {@code __setstate__} would get, without copying it.
     *
     * @throws MalformedDataException when it is no state of such an object
     */
    void setState(Object state) throws MalformedDataException;
}
