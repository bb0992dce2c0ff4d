package org.posescope.network.onnx.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import org.posescope.network.protobuf.ProtoField;
import org.posescope.network.protobuf.ProtoMessage;
import org.posescope.tensor.MalformedDataException;

/**
 * The graph of a model, GraphProto (onnx/onnx.proto; the numbers are the field numbers of that file).
 *
 * @param operators in an order in which they can be run
 * @param constants by name
 * @param rest      fields that are none of these
 */
public record OnnxNetwork(List<OnnxOperator> operators, SequencedMap<String, OnnxArray> constants,
        List<OnnxValue> inputs, List<OnnxValue> outputs, List<ProtoField> rest) {
    private static final int OPERATOR = 1;
    private static final int CONSTANT = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;

    public OnnxNetwork {
        operators = List.copyOf(operators);
        constants = new LinkedHashMap<>(constants);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rest = List.copyOf(rest);
    }

    static OnnxNetwork read(ProtoField field) throws MalformedDataException {
        List<OnnxOperator> operators = new ArrayList<>();
        SequencedMap<String, OnnxArray> constants = new LinkedHashMap<>();
        List<OnnxValue> inputs = new ArrayList<>();
        List<OnnxValue> outputs = new ArrayList<>();
        List<ProtoField> rest = new ArrayList<>();
        for (ProtoField each : field.message()) {
            switch (each.number()) {
                case OPERATOR -> operators.add(OnnxOperator.read(each));
                case CONSTANT -> {
                    OnnxArray constant = OnnxArray.read(each);
                    constants.put(constant.name(), constant);
                }
                case INPUT -> inputs.add(OnnxValue.read(each));
                case OUTPUT -> outputs.add(OnnxValue.read(each));
                default -> rest.add(each);
            }
        }
        return new OnnxNetwork(operators, constants, inputs, outputs, rest);
    }

    /** The same with other operators and constants. */
    public OnnxNetwork with(List<OnnxOperator> newOperators, Map<String, OnnxArray> newConstants) {
        return new OnnxNetwork(newOperators, new LinkedHashMap<>(newConstants), inputs, outputs, rest);
    }

    public OnnxNetwork withInputs(List<OnnxValue> newInputs) {
        return new OnnxNetwork(operators, constants, newInputs, outputs, rest);
    }

    public OnnxNetwork withOutputs(List<OnnxValue> newOutputs) {
        return new OnnxNetwork(operators, constants, inputs, newOutputs, rest);
    }

    /** The same without constants that no operator takes and that are no result. */
    public OnnxNetwork withoutUnusedConstants() {
        Set<String> used = new HashSet<>();
        operators.forEach(operator -> used.addAll(operator.inputs()));
        outputs.forEach(output -> used.add(output.name()));
        Map<String, OnnxArray> kept = new LinkedHashMap<>(constants);
        kept.keySet().retainAll(used);
        return with(operators, kept);
    }

    ProtoMessage message() {
        ProtoMessage message = new ProtoMessage();
        operators.forEach(operator -> message.message(OPERATOR, operator.message()));
        constants.values().forEach(constant -> message.message(CONSTANT, constant.message()));
        inputs.forEach(input -> message.message(INPUT, input.message()));
        outputs.forEach(output -> message.message(OUTPUT, output.message()));
        return message.fields(rest);
    }
}
