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
        this.model = model.withNetwork(TransposedConvolutions.replaced(model.network()));
        this.units = new Units(this.model.network());
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
        return model.withNetwork(Int8Rewriter.rewrite(model.network(), chosen, scales(chosen, ranges)));
    }

    /** Arrays between which codes are only moved have one scale, for all that was seen in them. */
    private static Map<String, ActivationScale> scales(List<Unit> chosen, Map<String, Range> ranges) {
        Map<String, Set<String>> groups = new HashMap<>();
        for (Unit unit : chosen) {
            Stream.concat(unit.inputs().stream(), Stream.of(unit.output()))
                    .forEach(array -> groups.computeIfAbsent(array, each -> new HashSet<>(Set.of(each))));
            if (unit.kind() == Unit.Kind.MOVING || unit.kind() == Unit.Kind.JOINING) {
                unit.inputs().forEach(input -> join(groups, input, unit.output()));
            }
        }
        Map<String, ActivationScale> scales = new HashMap<>();
        groups.forEach((array, group) -> scales.put(array,
                ActivationScale.of(group.stream().map(ranges::get).reduce(Range::with).orElseThrow())));
        return scales;
    }

    private static void join(Map<String, Set<String>> groups, String one, String other) {
        Set<String> all = groups.get(one);
        all.addAll(groups.get(other));
        all.forEach(array -> groups.put(array, all));
    }
}
