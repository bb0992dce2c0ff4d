package org.posescope.testkit;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.posescope.tensor.NamedTensors;
import org.posescope.tensor.NdArray;

/** Weights that are made up when they are asked for, without a file. */
public final class FilledTensors implements NamedTensors {
    private final Map<String, WeightSpec> weights = new LinkedHashMap<>();
    private final FillFormula formula = new FillFormula("", 1);

    public FilledTensors(List<WeightSpec> weights) {
        weights.forEach(weight -> this.weights.put(weight.name(), weight));
    }

    @Override
    public Path file() {
        return Path.of("made-up");
    }

    @Override
    public Set<String> names() {
        return weights.keySet();
    }

    @Override
    public long[] shape(String name) {
        return Arrays.stream(weights.get(name).shape()).asLongStream().toArray();
    }

    @Override
    public NdArray read(String name) {
        WeightSpec weight = weights.get(name);
        return NdArray.of(formula.values(weight), weight.shape());
    }
}
