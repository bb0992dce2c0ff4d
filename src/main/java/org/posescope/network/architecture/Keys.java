package org.posescope.network.architecture;

import org.posescope.tensor.torch.StateDict;

/** What can be told of a network from the names and shapes of its weights. */
record Keys(StateDict state, String fileName) {
    private static final long MOST_CHANNELS = 1 << 14;

    boolean has(String name) {
        return state.names().contains(name);
    }

    /** Whether a tensor is there and has that number of axes. */
    boolean has(String name, int rank) {
        return has(name) && state.shape(name).length == rank;
    }

    /** A side of a tensor that is there; an impossible one becomes 1, and the tensor is refused when it is taken. */
    int side(String name, int axis) {
        return (int) Math.clamp(state.shape(name)[axis], 1L, MOST_CHANNELS);
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
