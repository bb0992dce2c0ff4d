package org.posescope.network.onnx;

import org.posescope.network.protobuf.ProtoMessage;

/** A NodeProto and its AttributeProtos (onnx/onnx.proto; the numbers are the field numbers of that file). */
final class OnnxNode {
    private static final int FLOAT_ATTRIBUTE = 1;
    private static final int INT_ATTRIBUTE = 2;
    private static final int STRING_ATTRIBUTE = 3;
    private static final int INTS_ATTRIBUTE = 7;

    private final ProtoMessage message = new ProtoMessage();

    OnnxNode(String operator, String output, String... inputs) {
        for (String input : inputs) {
            message.text(1, input);
        }
        message.text(2, output).text(4, operator);
    }

    OnnxNode with(String attribute, long value) {
        return with(attribute, new ProtoMessage().number(3, value), INT_ATTRIBUTE);
    }

    OnnxNode with(String attribute, float value) {
        return with(attribute, new ProtoMessage().float32(2, value), FLOAT_ATTRIBUTE);
    }

    OnnxNode with(String attribute, String value) {
        return with(attribute, new ProtoMessage().text(4, value), STRING_ATTRIBUTE);
    }

    OnnxNode with(String attribute, int... values) {
        ProtoMessage list = new ProtoMessage();
        for (int value : values) {
            list.number(8, value);
        }
        return with(attribute, list, INTS_ATTRIBUTE);
    }

    private OnnxNode with(String attribute, ProtoMessage value, int type) {
        message.message(5, value.text(1, attribute).number(20, type));
        return this;
    }

    ProtoMessage message() {
        return message;
    }
}
