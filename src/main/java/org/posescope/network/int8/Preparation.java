package org.posescope.network.int8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.posescope.error.UserException;
import org.posescope.network.onnx.edit.OnnxArray;
import org.posescope.network.onnx.edit.OnnxAttribute;
import org.posescope.network.onnx.edit.OnnxModel;
import org.posescope.network.onnx.edit.OnnxNetwork;
import org.posescope.network.onnx.edit.OnnxOperator;
import org.posescope.tensor.MalformedDataException;

/** Brings a float network of any exporter into one form: recent operators, constants in one place, no batch normalization. */
public final class Preparation {
    private static final Set<String> QUANTIZED = Set.of("QuantizeLinear", "DequantizeLinear", "DynamicQuantizeLinear",
            "QLinearConv", "QLinearMatMul", "ConvInteger", "MatMulInteger");
    private static final String CONSTANT = "Constant";

    private Preparation() {}

    /**
     * The same network in that form.
     *
     * @param name of the model in messages
     * @throws UserException when it is quantized already, or is of a kind that cannot be quantized
     */
    public static OnnxModel of(OnnxModel model, String name) {
        for (OnnxOperator operator : model.network().operators()) {
            if (QUANTIZED.contains(operator.type())) {
                throw new UserException(name + " is quantized already (it has the operator " + operator.type()
                        + "); name the float model that it was made from");
            }
            if (operator.attributes().stream().anyMatch(OnnxAttribute::holdsGraph)) {
                throw new UserException(name + " has branches or loops (the operator " + operator.type()
                        + "), which cannot be quantized; export it without them");
            }
        }
        OnnxModel lifted = model.withNetwork(withoutConstantOperators(model.network(), name));
        OnnxModel recent = OperatorSetUpgrade.of(lifted, name);
        return recent
                .withNetwork(BatchNormFolding.of(withoutConstantInputs(recent.network())).withoutUnusedConstants());
    }

    private static OnnxNetwork withoutConstantOperators(OnnxNetwork network, String name) {
        Map<String, OnnxArray> constants = new LinkedHashMap<>(network.constants());
        List<OnnxOperator> kept = new ArrayList<>();
        for (OnnxOperator operator : network.operators()) {
            Optional<OnnxArray> value = operator.is(CONSTANT) ? value(operator, name) : Optional.empty();
            value.ifPresentOrElse(array -> constants.put(operator.output(), array), () -> kept.add(operator));
        }
        return network.with(kept, constants);
    }

    private static Optional<OnnxArray> value(OnnxOperator operator, String name) {
        try {
            Optional<OnnxAttribute> value = operator.attribute("value");
            return value.isPresent() ? value.get().array(operator.output()) : Optional.empty();
        } catch (MalformedDataException e) {
            throw new UserException(name + " cannot be quantized because " + e.getMessage(), e);
        }
    }

    /** Without the inputs that old files have for their constants. */
    private static OnnxNetwork withoutConstantInputs(OnnxNetwork network) {
        return network.withInputs(network.inputs().stream()
                .filter(input -> !network.constants().containsKey(input.name())).toList());
    }
}
