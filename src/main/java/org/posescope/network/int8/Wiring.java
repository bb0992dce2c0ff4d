package org.posescope.network.int8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.posescope.network.onnx.edit.OnnxNetwork;
import org.posescope.network.onnx.edit.OnnxOperator;
import org.posescope.network.onnx.edit.OnnxValue;

/** Who gives and who takes each array of a network. */
final class Wiring {
    private final Map<String, OnnxOperator> givers = new HashMap<>();
    private final Map<String, List<OnnxOperator>> takers = new HashMap<>();
    private final Set<String> results = new HashSet<>();

    Wiring(OnnxNetwork network) {
        for (OnnxOperator operator : network.operators()) {
            operator.outputs().forEach(output -> givers.put(output, operator));
            operator.inputs().forEach(input -> takers.computeIfAbsent(input, any -> new ArrayList<>()).add(operator));
        }
        network.outputs().stream().map(OnnxValue::name).forEach(results::add);
    }

    Optional<OnnxOperator> giver(String array) {
        return Optional.ofNullable(givers.get(array));
    }

    /** The one operator that an array is for, or empty when others want it too or it is a result of the network. */
    Optional<OnnxOperator> onlyTaker(String array) {
        List<OnnxOperator> all = takers.getOrDefault(array, List.of());
        return all.size() == 1 && !results.contains(array) ? Optional.of(all.getFirst()) : Optional.empty();
    }
}
