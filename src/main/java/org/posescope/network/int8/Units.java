package org.posescope.network.int8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.posescope.network.onnx.edit.OnnxArray;
import org.posescope.network.onnx.edit.OnnxAttribute;
import org.posescope.network.onnx.edit.OnnxNetwork;
import org.posescope.network.onnx.edit.OnnxOperator;

/**
 * Finds what can be computed in integers: convolutions and matrix products with constant weights, and between them what ONNX Runtime has
 * integer operators for.
 */
final class Units {
    private static final Set<String> COMBINING = Set.of("Add", "Concat", "Mul", "Sigmoid");
    private static final Set<String> MOVING = Set.of("DepthToSpace", "Flatten", "Reshape", "Transpose");
    private static final int BIAS = 2;

    private final OnnxNetwork network;
    private final Wiring wiring;

    Units(OnnxNetwork network) {
        this.network = network;
        this.wiring = new Wiring(network);
    }

    /**
     * The units in the order of the network.
     *
     * @param leftInFloat outputs of the units that are to stay as they are
     */
    List<Unit> find(Set<String> leftInFloat) {
        List<Unit> units = new ArrayList<>();
        Set<String> inCodes = new HashSet<>();
        for (OnnxOperator operator : network.operators()) {
            Optional<Unit> unit = unit(operator).filter(each -> !leftInFloat.contains(each.output()))
                    .filter(each -> each.kind() == Unit.Kind.WEIGHTED || inCodes.containsAll(each.inputs()));
            unit.ifPresent(each -> {
                units.add(each);
                inCodes.addAll(each.inputs());
                inCodes.add(each.output());
            });
        }
        return units;
    }

    private Optional<Unit> unit(OnnxOperator operator) {
        if (isWeighted(operator)) {
            return Optional.of(new Unit(operator, activation(operator), Unit.Kind.WEIGHTED));
        }
        if (operator.is("Concat")
                && operator.inputs().stream().allMatch(input -> wiring.onlyTaker(input).isPresent())) {
            return Optional.of(new Unit(operator, Optional.empty(), Unit.Kind.JOINING));
        }
        if (COMBINING.stream().anyMatch(operator::is)) {
            return Optional.of(new Unit(operator, activation(operator), Unit.Kind.COMBINING));
        }
        return isMoving(operator)
                ? Optional.of(new Unit(operator, Optional.empty(), Unit.Kind.MOVING))
                : Optional.empty();
    }

    private boolean isWeighted(OnnxOperator operator) {
        boolean layer = operator.is("Conv") || isPlainProduct(operator);
        if (!layer || operator.input(1).flatMap(this::floats).isEmpty()) {
            return false;
        }
        OnnxArray weight = network.constants().get(operator.inputs().get(1));
        return weight.shape().size() >= 2 && weight.size() > 0
                && (operator.input(BIAS).isEmpty() || operator.input(BIAS).flatMap(this::floats)
                        .filter(bias -> bias.shape().equals(List.of(OutputChannels.count(operator, weight))))
                        .isPresent());
    }

    private static boolean isPlainProduct(OnnxOperator operator) {
        return operator.is("Gemm") && operator.number("transA", 0) == 0
                && operator.attribute("alpha").map(OnnxAttribute::real).orElse(1f) == 1
                && operator.attribute("beta").map(OnnxAttribute::real).orElse(1f) == 1;
    }

    private static boolean isMoving(OnnxOperator operator) {
        boolean pooling = operator.is("MaxPool") && operator.outputs().size() == 1;
        boolean nearest = operator.is("Resize")
                && operator.attribute("mode").map(OnnxAttribute::text).orElse("nearest").equals("nearest");
        return pooling || nearest || MOVING.stream().anyMatch(operator::is);
    }

    private Optional<OnnxArray> floats(String array) {
        return Optional.ofNullable(network.constants().get(array)).filter(OnnxArray::isFloat);
    }

    private Optional<OnnxOperator> activation(OnnxOperator operator) {
        return wiring.onlyTaker(operator.output()).filter(taker -> taker.is("Relu") || isClipFromZero(taker));
    }

    private boolean isClipFromZero(OnnxOperator operator) {
        return operator.is("Clip") && operator.input(1).flatMap(this::limit).filter(least -> least == 0).isPresent()
                && (operator.input(2).isEmpty() || operator.input(2).flatMap(this::limit).isPresent());
    }

    private Optional<Float> limit(String array) {
        return floats(array).filter(limit -> limit.size() == 1).map(limit -> limit.floats()[0]);
    }

    /** Layers with weights that no other such layer comes before. */
    List<Unit> first() {
        Map<String, Unit> layers = layers();
        Set<String> behindLayer = new HashSet<>();
        List<Unit> first = new ArrayList<>();
        for (OnnxOperator operator : network.operators()) {
            boolean behind = operator.inputs().stream().anyMatch(behindLayer::contains);
            Unit layer = layers.get(operator.output());
            if (layer != null && !behind) {
                first.add(layer);
            }
            if (layer != null || behind) {
                behindLayer.addAll(operator.outputs());
            }
        }
        return first;
    }

    /** Layers with weights that no other such layer comes after. */
    List<Unit> last() {
        Map<String, Unit> layers = layers();
        Set<String> beforeLayer = new HashSet<>();
        List<Unit> last = new ArrayList<>();
        for (OnnxOperator operator : network.operators().reversed()) {
            boolean before = operator.outputs().stream().anyMatch(beforeLayer::contains);
            Unit layer = layers.get(operator.output());
            if (layer != null && !before) {
                last.add(layer);
            }
            if (layer != null || before) {
                beforeLayer.addAll(operator.inputs());
            }
        }
        return last;
    }

    /** Layers with weights by the array that their operator gives. */
    private Map<String, Unit> layers() {
        return find(Set.of()).stream().filter(unit -> unit.kind() == Unit.Kind.WEIGHTED)
                .collect(Collectors.toMap(unit -> unit.operator().output(), Function.identity()));
    }
}
