package org.posescope.network.int8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.posescope.network.onnx.edit.OnnxArray;
import org.posescope.network.onnx.edit.OnnxAttribute;
import org.posescope.network.onnx.edit.OnnxNetwork;
import org.posescope.network.onnx.edit.OnnxOperator;

/**
 * Multiplies batch normalizations into the convolutions before them (Ioffe and Szegedy 2015; the formula is that of BatchNormalization in
 * onnx/docs/Operators.md).
 */
final class BatchNormFolding {
    private static final float DEFAULT_EPSILON = 1e-5f;

    private final OnnxNetwork network;
    private final Wiring wiring;
    private final Map<String, OnnxArray> constants;

    private BatchNormFolding(OnnxNetwork network) {
        this.network = network;
        this.wiring = new Wiring(network);
        this.constants = new LinkedHashMap<>(network.constants());
    }

    /** The same network without the batch normalizations that follow a convolution with constant weights. */
    static OnnxNetwork of(OnnxNetwork network) {
        return new BatchNormFolding(network).run();
    }

    private OnnxNetwork run() {
        List<OnnxOperator> operators = new ArrayList<>();
        for (OnnxOperator operator : network.operators()) {
            if (normalized(operator).isPresent()) {
                continue;
            }
            Optional<OnnxOperator> norm = wiring.onlyTaker(operator.output())
                    .filter(taker -> normalized(taker).filter(operator::equals).isPresent());
            operators.add(norm.map(each -> folded(operator, each)).orElse(operator));
        }
        return network.with(operators, constants);
    }

    /** The convolution that a batch normalization can be folded into. */
    private Optional<OnnxOperator> normalized(OnnxOperator norm) {
        if (!norm.is("BatchNormalization") || norm.outputs().size() > 1
                || !norm.inputs().stream().skip(1).allMatch(this::isFloatConstant)) {
            return Optional.empty();
        }
        String array = norm.inputs().getFirst();
        return wiring.giver(array).filter(giver -> giver.is("Conv") || giver.is("ConvTranspose"))
                .filter(giver -> giver.inputs().stream().skip(1).allMatch(this::isFloatConstant))
                .filter(giver -> fits(giver, norm))
                .filter(giver -> wiring.onlyTaker(array).isPresent());
    }

    /** A file may say anything; what does not fit is left as it is, for the runtime to refuse. */
    private boolean fits(OnnxOperator convolution, OnnxOperator norm) {
        OnnxArray weight = network.constants().get(convolution.inputs().get(1));
        return weight.shape().size() > 2 && weight.size() > 0
                && Stream.concat(norm.inputs().stream().skip(1), convolution.inputs().stream().skip(2)).allMatch(
                        each -> network.constants().get(each).size() == OutputChannels.count(convolution, weight));
    }

    private boolean isFloatConstant(String array) {
        return network.constants().containsKey(array) && network.constants().get(array).isFloat();
    }

    private OnnxOperator folded(OnnxOperator convolution, OnnxOperator norm) {
        float[] gain = floats(norm, 1);
        float[] shift = floats(norm, 2);
        float[] mean = floats(norm, 3);
        float[] variance = floats(norm, 4);
        float epsilon = norm.attribute("epsilon").map(OnnxAttribute::real).orElse(DEFAULT_EPSILON);
        float[] given = convolution.input(2).isPresent() ? floats(convolution, 2) : new float[gain.length];
        double[] factor = new double[gain.length];
        float[] bias = new float[gain.length];
        for (int channel = 0; channel < factor.length; channel++) {
            factor[channel] = gain[channel] / Math.sqrt((double) variance[channel] + epsilon);
            bias[channel] = (float) ((given[channel] - mean[channel]) * factor[channel] + shift[channel]);
        }
        OnnxArray weight = network.constants().get(convolution.inputs().get(1));
        String weightName = norm.output() + ".weight";
        String biasName = norm.output() + ".bias";
        constants.put(weightName, OnnxArray.of(weightName, scaled(convolution, weight, factor),
                weight.shape().toArray(Integer[]::new)));
        constants.put(biasName, OnnxArray.of(biasName, bias, bias.length));
        return convolution.withInputs(List.of(convolution.inputs().getFirst(), weightName, biasName))
                .withOutput(norm.output());
    }

    private float[] floats(OnnxOperator operator, int input) {
        return network.constants().get(operator.inputs().get(input)).floats();
    }

    private static float[] scaled(OnnxOperator convolution, OnnxArray weight, double[] factor) {
        OutputChannels channels = OutputChannels.of(convolution, weight);
        float[] values = weight.floats();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] * factor[channels.at(i)]);
        }
        return values;
    }
}
