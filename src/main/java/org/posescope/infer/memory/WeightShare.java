package org.posescope.infer.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets sessions of the same network in TensorFlow Lite use one copy of its weights, as long as one of them is open. Where the library
 * cannot do that each has its own. Any thread may use it.
 */
public final class WeightShare {
    private final Map<Object, PackedWeights> packed = new HashMap<>();

    /**
     * The weights of a network, for one session, which closes it after its interpreter. The library must be loaded.
     *
     * @param network names the network: what is equal has the same weights
     * @return empty where weights cannot be shared
     */
    public synchronized Optional<WeightHold> hold(Object network) {
        PackedWeights weights = packed.get(network);
        if (weights == null) {
            Optional<Xnnpack> library = Xnnpack.find();
            if (library.isEmpty()) {
                return Optional.empty();
            }
            weights = new PackedWeights(library.get());
            packed.put(network, weights);
        }
        weights.hold();
        PackedWeights held = weights;
        return Optional.of(new WeightHold(held, () -> release(network, held)));
    }

    private synchronized void release(Object network, PackedWeights held) {
        if (held.release()) {
            packed.remove(network);
        }
    }

    /** Networks of which sessions are open. */
    synchronized int networks() {
        return packed.size();
    }
}
