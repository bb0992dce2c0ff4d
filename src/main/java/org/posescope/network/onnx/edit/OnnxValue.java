package org.posescope.network.onnx.edit;

import java.util.List;

import org.posescope.network.protobuf.ProtoField;
import org.posescope.network.protobuf.ProtoMessage;
import org.posescope.tensor.MalformedDataException;

/**
 * An input or output of a network, ValueInfoProto (onnx/onnx.proto; the numbers are the field numbers of that file).
 *
 * @param fields all of them, the name's too
 */
public record OnnxValue(String name, List<ProtoField> fields) {
    private static final int NAME = 1;
    private static final int TYPE = 2;
    private static final int TENSOR_TYPE = 1;
    private static final int ELEMENT_TYPE = 1;

    public OnnxValue {
        fields = List.copyOf(fields);
    }

    static OnnxValue read(ProtoField field) throws MalformedDataException {
        List<ProtoField> fields = field.message();
        String name = fields.stream().filter(each -> each.number() == NAME).findFirst().map(ProtoField::text)
                .orElseThrow(() -> new MalformedDataException("an input or output has no name"));
        return new OnnxValue(name, fields);
    }

    /** An array of float32 whose shape the runtime works out. */
    public static OnnxValue floats(String name) {
        ProtoMessage tensor = new ProtoMessage().number(ELEMENT_TYPE, OnnxArray.FLOAT);
        return new OnnxValue(name, List.of(ProtoField.text(NAME, name),
                ProtoField.bytes(TYPE, new ProtoMessage().message(TENSOR_TYPE, tensor).toBytes())));
    }

    ProtoMessage message() {
        return new ProtoMessage().fields(fields);
    }
}
