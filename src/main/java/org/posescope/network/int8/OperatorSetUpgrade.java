package org.posescope.network.int8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.posescope.error.UserException;
import org.posescope.network.onnx.edit.OnnxArray;
import org.posescope.network.onnx.edit.OnnxAttribute;
import org.posescope.network.onnx.edit.OnnxModel;
import org.posescope.network.onnx.edit.OnnxNetwork;
import org.posescope.network.onnx.edit.OnnxOperator;

/**
 * Says old networks in operator set {@value #TARGET}, the first one with a scale for each channel. Only operators whose meaning is known
 * to be the same since a version are taken over (onnx/docs/Changelog.md).
 */
final class OperatorSetUpgrade {
    private static final long TARGET = 13;
    /** Of the file format, belongs to that operator set (onnx/docs/Versioning.md). */
    private static final long FORMAT = 7;

    /** The version since which what an operator's node says means the same up to {@value #TARGET}. */
    private static final Map<String, Integer> SAME_SINCE = Map.ofEntries(Map.entry("Abs", 6), Map.entry("Add", 7),
            Map.entry("AveragePool", 7), Map.entry("BatchNormalization", 7), Map.entry("Clip", 6),
            Map.entry("Concat", 4), Map.entry("Conv", 1), Map.entry("ConvTranspose", 1), Map.entry("DepthToSpace", 1),
            Map.entry("Div", 7), Map.entry("Elu", 6), Map.entry("Exp", 6), Map.entry("Expand", 8),
            Map.entry("Flatten", 1), Map.entry("Gather", 1), Map.entry("Gemm", 7), Map.entry("GlobalAveragePool", 1),
            Map.entry("GlobalMaxPool", 1), Map.entry("HardSigmoid", 6), Map.entry("Identity", 1),
            Map.entry("LeakyRelu", 6), Map.entry("MatMul", 1), Map.entry("Max", 8), Map.entry("MaxPool", 1),
            Map.entry("Min", 8), Map.entry("Mul", 7), Map.entry("Neg", 6), Map.entry("PRelu", 7), Map.entry("Pad", 11),
            Map.entry("Pow", 7), Map.entry("ReduceMax", 1), Map.entry("ReduceMean", 1), Map.entry("Relu", 6),
            Map.entry("Reshape", 5), Map.entry("Resize", 11), Map.entry("Shape", 1), Map.entry("Sigmoid", 6),
            Map.entry("Slice", 10), Map.entry("Softplus", 1), Map.entry("Sqrt", 6), Map.entry("Sub", 7),
            Map.entry("Sum", 8), Map.entry("Tanh", 6), Map.entry("Transpose", 1), Map.entry("Where", 9));
    /** Since then the limits are inputs. */
    private static final int CLIP_WITH_INPUTS = 11;

    private final OnnxModel model;
    private final String name;
    private final Map<String, OnnxArray> constants;

    private OperatorSetUpgrade(OnnxModel model, String name) {
        this.model = model;
        this.name = name;
        this.constants = new LinkedHashMap<>(model.network().constants());
    }

    /**
     * The same network in operator set {@value #TARGET}; one of that set or a later one is given back as it is.
     *
     * @throws UserException naming the operator that is said in another way there
     */
    static OnnxModel of(OnnxModel model, String name) {
        return model.operatorSet() >= TARGET ? model : new OperatorSetUpgrade(model, name).run();
    }

    private OnnxModel run() {
        List<OnnxOperator> operators = new ArrayList<>();
        for (OnnxOperator operator : model.network().operators()) {
            operators.add(operator.domain().isEmpty() ? upgraded(operator) : operator);
        }
        OnnxNetwork network = model.network().with(operators, constants);
        return model.withNetwork(network).withVersions(Math.max(model.formatVersion(), FORMAT), TARGET);
    }

    private OnnxOperator upgraded(OnnxOperator operator) {
        if (SAME_SINCE.getOrDefault(operator.type(), Integer.MAX_VALUE) > model.operatorSet()) {
            throw new UserException(name + " is of ONNX operator set " + model.operatorSet() + ", in which "
                    + operator.type() + " meant something else; export it again with operator set " + TARGET);
        }
        return switch (operator.type()) {
            case "Clip" -> model.operatorSet() < CLIP_WITH_INPUTS ? clip(operator) : operator;
            // One mean for each element was never meant by files whose means are one a channel, the only ones that exist.
            case "BatchNormalization" -> operator.without("spatial");
            default -> operator;
        };
    }

    private OnnxOperator clip(OnnxOperator operator) {
        float min = operator.attribute("min").map(OnnxAttribute::real).orElse(-Float.MAX_VALUE);
        float max = operator.attribute("max").map(OnnxAttribute::real).orElse(Float.MAX_VALUE);
        return operator.without("min").without("max")
                .withInputs(
                        List.of(operator.inputs().getFirst(), constant("clip.least", min), constant("clip.most", max)));
    }

    private String constant(String kind, float value) {
        String constant = "posescope." + kind + "." + value;
        constants.putIfAbsent(constant, OnnxArray.scalar(constant, value));
        return constant;
    }
}
