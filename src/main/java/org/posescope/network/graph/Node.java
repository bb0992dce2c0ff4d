package org.posescope.network.graph;

import java.util.List;

/** An operation with what it takes and what it gives. */
public record Node(Operation operation, List<Value> inputs, Value output) {
    public Node {
        inputs = List.copyOf(inputs);
    }

    /** The only input of an operation that has one. */
    public Value input() {
        return inputs.getFirst();
    }
}
