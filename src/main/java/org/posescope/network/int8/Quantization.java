package org.posescope.network.int8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.posescope.network.onnx.edit.OnnxModel;
import org.posescope.network.onnx.edit.OnnxValue;

/** What of a prepared network can be computed in integers, and the network that does. */
public final class Quantization {
    private final OnnxModel model;
    private final Units units;

    /** @param model as {@link Preparation} gives it */
    public Quantization(OnnxModel model) {
        this.model = model;
        this.units = new Units(model.network());
    }

    /** Whether there is a layer that can be computed in integers. */
    public boolean isPossible() {
        return !units.first().isEmpty();
    }

    /** The arrays whose ranges have to be known, in the order of the network. */
    public List<String> arrays() {
        Set<String> arrays = new LinkedHashSet<>();
        for (Unit unit : units.find(Set.of())) {
            arrays.addAll(unit.inputs());
            arrays.add(unit.output());
        }
        return List.copyOf(arrays);
    }

    /** Layers that no other layer comes before, by their outputs. */
    public List<String> firstLayers() {
        return units.first().stream().map(Unit::output).toList();
    }

    /** Layers that no other layer comes after, by their outputs. */
    public List<String> lastLayers() {
        return units.last().stream().map(Unit::output).toList();
    }

    /** The number of layers with weights that can be computed in integers. */
    public int layers() {
        return (int) units.find(Set.of()).stream().filter(unit -> unit.kind() == Unit.Kind.WEIGHTED).count();
    }

    /** The same network with more of its arrays as outputs; its inputs cannot be outputs and are passed over. */
    public OnnxModel showing(List<String> arrays) {
        List<OnnxValue> outputs = new ArrayList<>(model.network().outputs());
        Set<String> known = Stream.concat(model.network().inputs().stream(), outputs.stream()).map(OnnxValue::name)
                .collect(Collectors.toCollection(HashSet::new));
        arrays.stream().filter(known::add).map(OnnxValue::floats).forEach(outputs::add);
        return model.withNetwork(model.network().withOutputs(outputs));
    }

    /**
     * The network in integers.
     *
     * @param ranges      of all {@link #arrays}
     * @param leftInFloat outputs of the layers that stay as they are
     */
    public OnnxModel quantized(Map<String, Range> ranges, Set<String> leftInFloat) {
        List<Unit> chosen = units.find(leftInFloat);
        Map<String, ActivationScale> scales = new HashMap<>();
        ranges.forEach((array, range) -> scales.put(array, ActivationScale.of(range)));
        for (Unit unit : chosen) {
            if (unit.kind() == Unit.Kind.MOVING) {
                scales.put(unit.output(), scales.get(unit.inputs().getFirst()));
            }
        }
        return model.withNetwork(Int8Rewriter.rewrite(model.network(), chosen, scales));
    }
}
