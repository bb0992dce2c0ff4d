package org.posescope.tensor;

import java.nio.file.Path;
import java.util.Set;

/** The weights of a network in an open file, by the names that its authors gave them. Not thread-safe. */
public interface NamedTensors {
    /** The file that they are read from. */
    Path file();

    /** Names in the order of the file. */
    Set<String> names();

    /**
     * The shape of a tensor, without reading it.
     *
     * @throws org.posescope.error.UserException when there is none of that name
     */
    long[] shape(String name);

    /**
     * The elements of a tensor; may be a view of the file, valid as long as that is open.
     *
     * @throws org.posescope.error.UserException when there is none of that name, or it is damaged
     */
    NdArray read(String name);
}
