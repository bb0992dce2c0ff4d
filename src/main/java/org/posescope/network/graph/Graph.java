package org.posescope.network.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A whole network.
 *
 * @param inputName of the one input
 * @param anySize   whether rows and columns of the input may be others than its sides say
 * @param nodes     each after those whose values it takes
 * @param outputs   by name, in order
 */
public record Graph(String inputName, Value input, boolean anySize, List<Node> nodes,
        SequencedMap<String, Value> outputs) {
    public Graph {
        nodes = List.copyOf(nodes);
        outputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(outputs));
    }

    /** The same network without some of its outputs, and without what only they need; names that it does not have are passed over. */
    public Graph without(Set<String> unread) {
        SequencedMap<String, Value> kept = new LinkedHashMap<>(outputs);
        kept.keySet().removeAll(unread);
        Set<Value> needed = new HashSet<>(kept.values());
        List<Node> leading = new ArrayList<>();
        for (Node node : nodes.reversed()) {
            if (needed.contains(node.output())) {
                needed.addAll(node.inputs());
                leading.addFirst(node);
            }
        }
        return new Graph(inputName, input, anySize, leading, kept);
    }
}
