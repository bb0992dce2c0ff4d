package org.posescope.network.torchscript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.posescope.network.graph.Parameter;

/** The tensors of a module, each once however often the code uses it. */
final class TorchParameters {
    private final Map<String, StoredParameter> byName = new LinkedHashMap<>();

    /** The expression that reads a parameter. */
    String use(Parameter parameter, TorchPrecision precision) {
        StoredParameter stored = byName.computeIfAbsent(parameter.name(),
                any -> new StoredParameter("p" + byName.size(), parameter, precision));
        if (stored.precision() != precision) {
            throw new IllegalStateException(parameter + " is used in two precisions");
        }
        return "self." + stored.attribute();
    }

    /** In the order of their first use. */
    List<StoredParameter> all() {
        return new ArrayList<>(byName.values());
    }
}
