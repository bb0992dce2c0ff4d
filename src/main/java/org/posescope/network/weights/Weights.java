package org.posescope.network.weights;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.posescope.error.UserException;
import org.posescope.tensor.NamedTensors;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.Quoted;

/**
 * Hands the tensors of a file to the one who builds the network, and keeps account: each is taken once and none is left.
 * Every method throws {@link UserException} that names the tensor which is missing, left over or of another shape.
 */
public final class Weights {
    private static final int MOST_NAMED = 3;

    private final NamedTensors state;
    private final Map<String, NdArray> additions;
    private final Set<String> untaken;
    private final String network;
    private final Naming naming;

    /**
     * @param network   what the weights should fit, for messages
     * @param additions tensors that are published in a file of their own; those that the checkpoint has itself go before them
     */
    public Weights(String network, NamedTensors state, Map<String, NdArray> additions) {
        this(network, state, new HashMap<>(additions), new HashSet<>(state.names()), Naming.PYTORCH);
        this.additions.keySet().removeAll(state.names());
    }

    private Weights(String network, NamedTensors state, Map<String, NdArray> additions, Set<String> untaken,
            Naming naming) {
        this.network = network;
        this.state = state;
        this.additions = additions;
        this.untaken = untaken;
        this.naming = naming;
    }

    /** The same weights and the same account, taken by PyTorch's names out of a file that has others. */
    public Weights named(Naming other) {
        return new Weights(network, state, additions, untaken, other);
    }

    Naming naming() {
        return naming;
    }

    /** A tensor's numbers, row-major. */
    public float[] take(String torchName, int... shape) {
        String name = naming.place().apply(torchName);
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
        untaken.remove(naming.place().apply(name));
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
