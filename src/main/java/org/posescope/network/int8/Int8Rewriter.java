package org.posescope.network.int8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.posescope.network.onnx.edit.OnnxArray;
import org.posescope.network.onnx.edit.OnnxAttribute;
import org.posescope.network.onnx.edit.OnnxNetwork;
import org.posescope.network.onnx.edit.OnnxOperator;
import org.posescope.network.onnx.edit.OnnxValue;

/**
 * Writes a network anew with its units in integers. Between units arrays exist as codes only; an operator that computes in float gets
 * the numbers back. Activations are unsigned bytes and weights signed ones, which is the pair that ONNX Runtime multiplies fastest on
 * x86-64 (onnxruntime.ai, "Quantize ONNX models", data type selection); {@link QuantizedWeights} are such that it is right on all of them.
 */
final class Int8Rewriter {
    private static final String QUANTIZE = "QuantizeLinear";
    private static final String DEQUANTIZE = "DequantizeLinear";
    private static final float ROUNDING = 1 + 1e-5f;

    private final OnnxNetwork network;
    private final Map<String, ActivationScale> scales;
    private final Map<String, OnnxArray> constants;
    private final Set<String> names = new HashSet<>();
    private final List<OnnxOperator> written = new ArrayList<>();
    /** Name of the codes of each array that has them. */
    private final Map<String, String> codes = new HashMap<>();
    /** Arrays of which there are only codes yet. */
    private final Set<String> onlyCodes = new HashSet<>();

    private Int8Rewriter(OnnxNetwork network, Map<String, ActivationScale> scales) {
        this.network = network;
        this.scales = scales;
        this.constants = new LinkedHashMap<>(network.constants());
        names.addAll(constants.keySet());
        network.inputs().forEach(input -> names.add(input.name()));
        network.operators().forEach(operator -> names.addAll(operator.outputs()));
    }

    /**
     * The rewritten network.
     *
     * @param units  in the order of the network
     * @param scales of every array that a unit takes or gives
     */
    static OnnxNetwork rewrite(OnnxNetwork network, List<Unit> units, Map<String, ActivationScale> scales) {
        return new Int8Rewriter(network, scales).run(units);
    }

    private OnnxNetwork run(List<Unit> units) {
        Map<OnnxOperator, Unit> unitOf = new HashMap<>();
        Set<OnnxOperator> replaced = new HashSet<>();
        units.forEach(unit -> {
            unitOf.put(unit.operator(), unit);
            unit.activation().ifPresent(replaced::add);
        });
        for (OnnxOperator operator : network.operators()) {
            if (unitOf.containsKey(operator)) {
                write(unitOf.get(operator));
            } else if (!replaced.contains(operator)) {
                written.add(operator.mapInputs(this::real));
            }
        }
        network.outputs().stream().map(OnnxValue::name).forEach(this::real);
        return network.with(written, constants).withoutUnusedConstants();
    }

    private void write(Unit unit) {
        switch (unit.kind()) {
            case WEIGHTED -> exact(unit, weighted(unit));
            case COMBINING -> exact(unit, unit.operator().mapInputs(this::dequantized));
            case MOVING, JOINING -> {
                List<String> inputs = new ArrayList<>(unit.operator().inputs());
                for (int i = 0; i < unit.inputs().size(); i++) {
                    inputs.set(i, code(inputs.get(i)));
                }
                String moved = fresh(unit.output() + ".codes");
                written.add(unit.operator().withInputs(inputs).withOutput(moved));
                codes.put(unit.output(), moved);
            }
        }
        onlyCodes.add(unit.output());
    }

    /** Quantizes what an operator computes, limited to the codes that there are, which is all that its activation does. */
    private void exact(Unit unit, OnnxOperator operator) {
        String exact = fresh(unit.output() + ".exact");
        written.add(operator.withOutput(exact));
        String limited = exact;
        if (unit.activation().isPresent() && !isImplied(unit.activation().get(), scales.get(unit.output()))) {
            limited = fresh(unit.output() + ".limited");
            List<String> inputs = new ArrayList<>(unit.activation().get().inputs());
            inputs.set(0, exact);
            written.add(unit.activation().get().withInputs(inputs).withOutput(limited));
        }
        quantize(limited, unit.output());
    }

    /** Whether no code stands for a number that the activation would change. */
    private boolean isImplied(OnnxOperator activation, ActivationScale scale) {
        float most = activation.input(2).map(name -> network.constants().get(name).floats()[0])
                .orElse(Float.POSITIVE_INFINITY);
        return scale.zeroPoint() == 0 && scale.greatest() <= most * ROUNDING;
    }

    private OnnxOperator weighted(Unit unit) {
        OnnxOperator layer = unit.operator();
        String input = layer.inputs().getFirst();
        OnnxArray weight = network.constants().get(layer.inputs().get(1));
        int channels = OutputChannels.count(layer, weight);
        Optional<String> biasName = layer.input(2);
        float[] bias = biasName.map(name -> network.constants().get(name).floats())
                .orElseGet(() -> new float[channels]);
        float inputScale = scales.get(input).scale();
        QuantizedWeights quantized = QuantizedWeights.of(weight.floats(), OutputChannels.of(layer, weight), bias,
                inputScale);
        float[] steps = quantized.stepScales(inputScale);
        String base = unit.output();
        List<String> inputs = new ArrayList<>();
        inputs.add(dequantized(input));
        inputs.add(dequantized(OnnxArray.of(fresh(base + ".weight.codes"), OnnxArray.INT8, quantized.codes(),
                weight.shape().toArray(Integer[]::new)), quantized.scales(), OutputChannels.axis(layer)));
        if (biasName.isPresent()) {
            inputs.add(dequantized(OnnxArray.of(fresh(base + ".bias.codes"), QuantizedWeights.bias(bias, steps)), steps,
                    0));
        }
        return layer.withInputs(inputs);
    }

    /** A constant in codes that are symmetric about zero, with a scale for each place along an axis. */
    private String dequantized(OnnxArray constant, float[] channelScales, int axis) {
        String scale = fresh(constant.name() + ".scale");
        String zero = fresh(constant.name() + ".zero");
        String numbers = fresh(constant.name() + ".numbers");
        int bytes = constant.elementType() == OnnxArray.INT32 ? Integer.BYTES : 1;
        add(constant);
        add(OnnxArray.of(scale, channelScales, channelScales.length));
        add(OnnxArray.of(zero, constant.elementType(), new byte[bytes * channelScales.length], channelScales.length));
        written.add(OnnxOperator.of(DEQUANTIZE, numbers, constant.name(), scale, zero)
                .with(OnnxAttribute.of("axis", axis)));
        return numbers;
    }

    private void add(OnnxArray constant) {
        constants.put(constant.name(), constant);
    }

    /** The numbers of an array from its codes, for one operator alone: the runtime joins the two only then. */
    private String dequantized(String array) {
        String numbers = fresh(array + ".numbers");
        written.add(OnnxOperator.of(DEQUANTIZE, numbers, code(array), scale(array), zero(array)));
        return numbers;
    }

    /** The codes of an array; one that comes out of an operator in float is quantized at its first use. */
    private String code(String array) {
        if (!codes.containsKey(array)) {
            quantize(array, array);
        }
        return codes.get(array);
    }

    private void quantize(String exact, String array) {
        String name = fresh(array + ".codes");
        written.add(OnnxOperator.of(QUANTIZE, name, exact, scale(array), zero(array)));
        codes.put(array, name);
    }

    /** An array in float under its own name. */
    private String real(String array) {
        if (onlyCodes.remove(array)) {
            written.add(OnnxOperator.of(DEQUANTIZE, array, code(array), scale(array), zero(array)));
        }
        return array;
    }

    private String scale(String array) {
        String name = array + ".scale";
        constants.computeIfAbsent(name, any -> OnnxArray.scalar(name, scales.get(array).scale()));
        return name;
    }

    private String zero(String array) {
        String name = array + ".zero";
        constants.computeIfAbsent(name, any -> OnnxArray.scalar(name, OnnxArray.UINT8, scales.get(array).zeroPoint()));
        return name;
    }

    private String fresh(String wanted) {
        String name = wanted;
        for (int n = 2; !names.add(name); n++) {
            name = wanted + n;
        }
        return name;
    }
}
