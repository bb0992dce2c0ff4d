package org.posescope.network.onnx;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.posescope.network.graph.Parameter;
import org.posescope.network.protobuf.ProtoMessage;

/** A GraphProto on its way (onnx/onnx.proto). */
final class OnnxGraph {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int NODE = 1;
    private static final int INITIALIZER = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;

    private final ProtoMessage message;
    private final Set<String> constants = new HashSet<>();

    OnnxGraph(String name) {
        message = new ProtoMessage().text(2, name);
    }

    void add(OnnxNode node) {
        message.message(NODE, node.message());
    }

    /** Adds a constant, once however often it is used, and gives its name. */
    String constant(Parameter parameter) {
        if (constants.add(parameter.name())) {
            ProtoMessage tensor = new ProtoMessage();
            parameter.shape().forEach(side -> tensor.number(1, side));
            message.message(INITIALIZER,
                    tensor.number(2, FLOAT).text(8, parameter.name()).floats(9, parameter.data()));
        }
        return parameter.name();
    }

    /** Adds a list of whole numbers and gives its name. */
    String numbers(String name, long... values) {
        message.message(INITIALIZER,
                new ProtoMessage().number(1, values.length).number(2, INT64).text(8, name).longs(9, values));
        return name;
    }

    void input(String name, List<Integer> sides, boolean anySize) {
        message.message(INPUT, valueInfo(name, sides, anySize));
    }

    void output(String name, List<Integer> sides, boolean anySize) {
        message.message(OUTPUT, valueInfo(name, sides, anySize));
    }

    /** @param anySize whether all sides but the channels are left open, each under a name of its own */
    private static ProtoMessage valueInfo(String name, List<Integer> sides, boolean anySize) {
        ProtoMessage shape = new ProtoMessage().message(1, new ProtoMessage().text(2, "batch"));
        for (int i = 0; i < sides.size(); i++) {
            shape.message(1, anySize && i > 0
                    ? new ProtoMessage().text(2, name + "_side" + (i + 1))
                    : new ProtoMessage().number(1, sides.get(i)));
        }
        ProtoMessage tensor = new ProtoMessage().number(1, FLOAT).message(2, shape);
        return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
    }

    ProtoMessage message() {
        return message;
    }
}
