package org.posescope.network.int8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.network.onnx.edit.OnnxArray;
import org.posescope.network.onnx.edit.OnnxAttribute;
import org.posescope.network.onnx.edit.OnnxNetwork;
import org.posescope.network.onnx.edit.OnnxOperator;

/**
 * Says transposed convolutions as convolutions, for which there are integer operators: with a stride of s, the pixels whose row and
 * column leave the same remainders by s come out of one ordinary convolution with part of the weights, and the s times s pictures are
 * woven together (Shi et al. 2016, "Is the deconvolution layer the same as a convolutional layer?"). They are woven with the channels
 * of a pixel side by side, where it is a copying of long runs: pixels of a row beside each other make its channels s times as many, rows
 * beside each other its columns, and then the picture has to be said in its new shape only.
 */
final class TransposedConvolutions {
    /** Axes of pictures whose channels come last. */
    private static final int PIXEL_COLUMNS = 2;
    private static final int PIXEL_CHANNELS = 3;

    private final OnnxNetwork network;
    private final Wiring wiring;
    private final Map<String, OnnxArray> constants;
    private final List<OnnxOperator> written = new ArrayList<>();

    private TransposedConvolutions(OnnxNetwork network) {
        this.network = network;
        this.wiring = new Wiring(network);
        this.constants = new LinkedHashMap<>(network.constants());
    }

    /** The same network; transposed convolutions that make a picture larger by another factor than their stride stay. */
    static OnnxNetwork replaced(OnnxNetwork network) {
        return new TransposedConvolutions(network).run();
    }

    private OnnxNetwork run() {
        for (OnnxOperator operator : network.operators()) {
            Optional<Upsampling> upsampling = upsampling(operator);
            if (upsampling.isPresent()) {
                write(operator, upsampling.get());
            } else if (operator.inputs().isEmpty() || !isMoved(operator)) {
                written.add(operator);
            }
        }
        return network.with(written, constants).withoutUnusedConstants();
    }

    private Optional<Upsampling> upsampling(OnnxOperator operator) {
        boolean constant = operator.is("ConvTranspose") && operator.inputs().stream().skip(1)
                .allMatch(each -> network.constants().containsKey(each) && network.constants().get(each).isFloat());
        return constant ? Upsampling.of(operator, network.constants().get(operator.inputs().get(1))) : Optional.empty();
    }

    /** Whether the operator is an activation that is done in front of the weaving. */
    private boolean isMoved(OnnxOperator operator) {
        return wiring.giver(operator.inputs().getFirst())
                .filter(giver -> upsampling(giver).isPresent()
                        && activation(giver).filter(operator::equals).isPresent())
                .isPresent();
    }

    private Optional<OnnxOperator> activation(OnnxOperator operator) {
        return wiring.onlyTaker(operator.output()).filter(taker -> taker.is("Relu") || taker.is("Clip"));
    }

    private void write(OnnxOperator operator, Upsampling upsampling) {
        Optional<OnnxOperator> activation = activation(operator);
        String base = operator.output();
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < upsampling.stride(); row++) {
            List<String> columns = new ArrayList<>();
            for (int column = 0; column < upsampling.stride(); column++) {
                String part = part(operator, upsampling, activation, row, column);
                written.add(transposed(part, part + ".pixels", 0, 2, 3, 1));
                columns.add(part + ".pixels");
            }
            rows.add(joined(columns, base + ".row." + row, PIXEL_CHANNELS));
        }
        String all = joined(rows, base + ".rows", PIXEL_COLUMNS);
        OnnxArray shape = OnnxArray.of(base + ".shape", new long[] {0, -1, 0, upsampling.channels()});
        constants.put(shape.name(), shape);
        written.add(OnnxOperator.of("Reshape", base + ".woven", all, shape.name()));
        written.add(transposed(base + ".woven", activation.orElse(operator).output(), 0, 3, 1, 2));
    }

    private static OnnxOperator transposed(String from, String to, long... order) {
        return OnnxOperator.of("Transpose", to, from).with(OnnxAttribute.of("perm", order));
    }

    private String joined(List<String> parts, String name, int axis) {
        written.add(OnnxOperator.of("Concat", name, parts.toArray(String[]::new)).with(OnnxAttribute.of("axis", axis)));
        return name;
    }

    /** The pixels whose row and column leave these remainders. */
    private String part(OnnxOperator operator, Upsampling upsampling, Optional<OnnxOperator> activation, int row,
            int column) {
        String name = operator.output() + ".part." + row + "." + column;
        OnnxArray weight = upsampling.weight(name + ".weight", row, column);
        constants.put(weight.name(), weight);
        List<String> inputs = new ArrayList<>(operator.inputs());
        inputs.set(1, weight.name());
        List<Integer> shape = weight.shape();
        written.add(OnnxOperator.of("Conv", name, inputs.toArray(String[]::new))
                .with(OnnxAttribute.of("kernel_shape", new long[] {shape.get(2), shape.get(3)}))
                .with(OnnxAttribute.of("pads", upsampling.pads(row, column)))
                .with(OnnxAttribute.of("group", operator.number("group", 1))));
        if (activation.isEmpty()) {
            return name;
        }
        List<String> limits = new ArrayList<>(activation.get().inputs());
        limits.set(0, name);
        written.add(activation.get().repeated(limits, name + ".activated"));
        return name + ".activated";
    }
}
