package org.posescope.network.architecture;

import org.posescope.network.weights.Naming;
import org.posescope.tensor.NamedTensors;

/** What can be told of a network from the names and shapes of its weights, asked for by their names in PyTorch. */
record StateKeys(NamedTensors state, String fileName, Naming naming) {
    private static final long MOST_CHANNELS = 1 << 14;

    /** The same weights in a file that names them otherwise. */
    StateKeys named(Naming other) {
        return new StateKeys(state, fileName, other);
    }

    boolean has(String name) {
        return state.names().contains(naming.place().apply(name));
    }

    /** Whether a tensor is there and has that number of axes. */
    boolean has(String name, int rank) {
        return has(name) && shape(name).length == rank;
    }

    /** A side of a tensor that is there; an impossible one becomes 1, and the tensor is refused when it is taken. */
    int side(String name, int axis) {
        return (int) Math.clamp(shape(name)[axis], 1L, MOST_CHANNELS);
    }

    private long[] shape(String name) {
        return state.shape(naming.place().apply(name));
    }

    /** How many consecutive numbers from 0, put between prefix and suffix, give a name. */
    int count(String prefix, String suffix) {
        int count = 0;
        while (has(prefix + count + suffix)) {
            count++;
        }
        return count;
    }
}
