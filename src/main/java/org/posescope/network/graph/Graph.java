package org.posescope.network.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

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
}
