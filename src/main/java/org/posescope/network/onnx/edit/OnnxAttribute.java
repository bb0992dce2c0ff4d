package org.posescope.network.onnx.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.posescope.network.protobuf.ProtoField;
import org.posescope.network.protobuf.ProtoMessage;
import org.posescope.tensor.MalformedDataException;

/**
 * An AttributeProto (onnx/onnx.proto; the numbers are the field numbers of that file).
 *
 * @param name   of the attribute
 * @param fields all of them, the name's too
 */
public record OnnxAttribute(String name, List<ProtoField> fields) {
    private static final int NAME = 1;
    private static final int FLOAT = 2;
    private static final int INT = 3;
    private static final int TEXT = 4;
    private static final int TENSOR = 5;
    private static final int GRAPH = 6;
    private static final int INTS = 8;
    private static final int GRAPHS = 11;
    private static final int TYPE = 20;
    private static final int INT_TYPE = 2;
    private static final int INTS_TYPE = 7;

    public OnnxAttribute {
        fields = List.copyOf(fields);
    }

    static OnnxAttribute read(ProtoField field) throws MalformedDataException {
        List<ProtoField> fields = field.message();
        return new OnnxAttribute(find(fields, NAME).map(ProtoField::text).orElse(""), fields);
    }

    public static OnnxAttribute of(String name, long value) {
        return new OnnxAttribute(name, List.of(ProtoField.text(NAME, name), ProtoField.number(INT, value),
                ProtoField.number(TYPE, INT_TYPE)));
    }

    public static OnnxAttribute of(String name, long[] values) {
        List<ProtoField> fields = new ArrayList<>();
        fields.add(ProtoField.text(NAME, name));
        Arrays.stream(values).forEach(value -> fields.add(ProtoField.number(INTS, value)));
        fields.add(ProtoField.number(TYPE, INTS_TYPE));
        return new OnnxAttribute(name, fields);
    }

    /** The whole number, 0 when it has none. */
    public long number() {
        return find(fields, INT).map(ProtoField::value).orElse(0L);
    }

    /** The real number, 0 when it has none. */
    public float real() {
        return find(fields, FLOAT).filter(field -> field.content().remaining() == Float.BYTES)
                .map(field -> field.content().getFloat()).orElse(0f);
    }

    /** The text, empty when it has none. */
    public String text() {
        return find(fields, TEXT).map(ProtoField::text).orElse("");
    }

    /** The list of whole numbers. */
    public long[] numbers() throws MalformedDataException {
        List<Long> numbers = new ArrayList<>();
        for (ProtoField field : fields) {
            if (field.number() == INTS) {
                field.numbers().forEach(numbers::add);
            }
        }
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    /** The array under a name of its own, empty when it has none. */
    public Optional<OnnxArray> array(String arrayName) throws MalformedDataException {
        Optional<ProtoField> field = find(fields, TENSOR);
        return field.isPresent() ? Optional.of(OnnxArray.read(field.get()).renamed(arrayName)) : Optional.empty();
    }

    /** Whether it holds operators of its own, as those of loops and branches do. */
    public boolean holdsGraph() {
        return fields.stream().anyMatch(field -> field.number() == GRAPH || field.number() == GRAPHS);
    }

    ProtoMessage message() {
        return new ProtoMessage().fields(fields);
    }

    private static Optional<ProtoField> find(List<ProtoField> fields, int number) {
        return fields.stream().filter(field -> field.number() == number).findFirst();
    }
}
