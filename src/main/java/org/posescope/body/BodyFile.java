package org.posescope.body;

import java.util.Collection;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;

/**
 * The named arrays of a body model file, whichever way it was written. Whoever opens it closes it, and uses nothing of it
 * after.
 */
interface BodyFile extends AutoCloseable {
    Collection<String> names();

    /**
     * An array of numbers.
     *
     * @param sides the shape that it must have; {@link Checks#ANY} where any length is right
     * @throws MalformedDataException when there is something else under the name
     */
    NdArray array(String name, int... sides) throws MalformedDataException;

    /**
     * A dense or sparse matrix of this size.
     *
     * @throws MalformedDataException when there is something else under the name
     */
    SparseMatrix matrix(String name, int rows, int columns) throws MalformedDataException;

    @Override
    void close();
}
