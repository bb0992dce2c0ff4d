package org.posescope.network.weights;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.posescope.error.UserException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.Quoted;
import org.posescope.tensor.torch.StateDict;

/**
 * Hands the tensors of a checkpoint to the one who builds the network, and keeps account: each is taken once and none is left.
 * Every method throws {@link UserException} that names the tensor which is missing, left over or of another shape.
 */
public final class Weights {
    private static final int MOST_NAMED = 3;

    private final StateDict state;
    private final Map<String, NdArray> additions;
    private final Set<String> untaken;
    private final String network;

    /**
     * @param network   what the weights should fit, for messages
     * @param additions tensors that are published in a file of their own; those that the checkpoint has itself go before them
     */
    public Weights(String network, StateDict state, Map<String, NdArray> additions) {
        this.network = network;
        this.state = state;
        this.additions = new HashMap<>(additions);
        this.additions.keySet().removeAll(state.names());
        this.untaken = new HashSet<>(state.names());
    }

    /** A tensor's numbers, row-major. */
    public float[] take(String name, int... shape) {
        NdArray array = additions.containsKey(name) ? additions.remove(name) : takeFromState(name);
        if (!Arrays.equals(array.shape(), shape)) {
            throw misfit("its tensor " + name + " has the shape " + Arrays.toString(array.shape()) + " and not "
                    + Arrays.toString(shape));
        }
        return array.toFloats();
    }

    private NdArray takeFromState(String name) {
        if (!state.names().contains(name)) {
            throw misfit("it has no tensor " + name);
        }
        if (!untaken.remove(name)) {
            throw new IllegalStateException(name + " is taken twice");
        }
        return state.read(name);
    }

    /** Passes over a tensor that is of use only while a network is trained, if it is there. */
    public void skip(String name) {
        untaken.remove(name);
    }

    /** Checks that nothing is left over. */
    public void requireAllTaken() {
        if (!untaken.isEmpty()) {
            List<String> names = state.names().stream().filter(untaken::contains).map(Quoted::of).toList();
            String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
            throw misfit("it has tensors that such a network has not: "
                    + String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size()))) + more);
        }
    }

    private UserException misfit(String reason) {
        return new UserException(state.file() + " does not fit " + network + ": " + reason);
    }
}
