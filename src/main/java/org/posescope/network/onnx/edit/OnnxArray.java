package org.posescope.network.onnx.edit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.posescope.network.protobuf.ProtoField;
import org.posescope.network.protobuf.ProtoMessage;
import org.posescope.network.protobuf.WireType;
import org.posescope.tensor.MalformedDataException;

/**
 * A constant array, TensorProto (onnx/onnx.proto; the numbers are the field numbers of that file).
 *
 * @param elementType {@link #FLOAT} and the like
 * @param fields      all but the name
 */
public record OnnxArray(String name, int elementType, List<Integer> shape, List<ProtoField> fields) {
    public static final int FLOAT = 1;
    public static final int UINT8 = 2;
    public static final int INT8 = 3;
    public static final int INT32 = 6;
    public static final int INT64 = 7;

    private static final int SIDES = 1;
    private static final int TYPE = 2;
    private static final int FLOAT_DATA = 4;
    private static final int NAME = 8;
    private static final int RAW_DATA = 9;
    private static final int DATA_LOCATION = 14;

    public OnnxArray {
        shape = List.copyOf(shape);
        fields = List.copyOf(fields);
    }

    static OnnxArray read(ProtoField field) throws MalformedDataException {
        String name = "";
        int type = 0;
        List<Long> sides = new ArrayList<>();
        List<ProtoField> kept = new ArrayList<>();
        for (ProtoField each : field.message()) {
            switch (each.number()) {
                case NAME -> name = each.text();
                case TYPE -> type = (int) each.value();
                case SIDES -> each.numbers().forEach(sides::add);
                default -> {
                }
            }
            if (each.number() != NAME) {
                kept.add(each);
            }
        }
        return checked(new OnnxArray(name, type, shape(sides), kept));
    }

    private static List<Integer> shape(List<Long> sides) throws MalformedDataException {
        long elements = 1;
        for (long side : sides) {
            if (side < 0 || side > Integer.MAX_VALUE || elements * side > Integer.MAX_VALUE) {
                throw new MalformedDataException("one of its arrays has the impossible shape " + sides);
            }
            elements *= side;
        }
        return sides.stream().map(Math::toIntExact).toList();
    }

    private static OnnxArray checked(OnnxArray array) throws MalformedDataException {
        if (array.isElsewhere()) {
            throw new MalformedDataException("it keeps its weights in another file; export it as one file");
        }
        long bytes = array.elementType == FLOAT ? array.floatBytes() : 0;
        if (array.elementType == FLOAT && bytes != (long) array.size() * Float.BYTES) {
            throw new MalformedDataException(
                    "its array '" + array.name + "' has not the numbers that its shape asks for");
        }
        return array;
    }

    private boolean isElsewhere() {
        return fields.stream().anyMatch(field -> field.number() == DATA_LOCATION && field.value() != 0);
    }

    private long floatBytes() {
        return floatFields().mapToLong(field -> field.content().remaining()).sum();
    }

    /** Raw bytes, or packed or single numbers, which all are the same bytes. */
    private Stream<ProtoField> floatFields() {
        return fields.stream().filter(field -> field.number() == RAW_DATA || field.number() == FLOAT_DATA)
                .filter(field -> field.type() == WireType.DELIMITED || field.type() == WireType.FIXED32);
    }

    /** An array of float32, row-major. */
    public static OnnxArray of(String name, float[] values, Integer... shape) {
        ByteBuffer bytes = little(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return raw(name, FLOAT, bytes, List.of(shape));
    }

    /** An array of bytes, row-major. */
    public static OnnxArray of(String name, int elementType, byte[] values, Integer... shape) {
        return raw(name, elementType, ByteBuffer.wrap(values), List.of(shape));
    }

    /** A list of int32. */
    public static OnnxArray of(String name, int[] values) {
        ByteBuffer bytes = little(values.length * Integer.BYTES);
        bytes.asIntBuffer().put(values);
        return raw(name, INT32, bytes, List.of(values.length));
    }

    /** A list of int64. */
    public static OnnxArray of(String name, long[] values) {
        ByteBuffer bytes = little(values.length * Long.BYTES);
        bytes.asLongBuffer().put(values);
        return raw(name, INT64, bytes, List.of(values.length));
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static OnnxArray raw(String name, int elementType, ByteBuffer bytes, List<Integer> shape) {
        List<ProtoField> fields = new ArrayList<>();
        shape.forEach(side -> fields.add(ProtoField.number(SIDES, side)));
        fields.add(ProtoField.number(TYPE, elementType));
        fields.add(ProtoField.bytes(RAW_DATA, bytes));
        return new OnnxArray(name, elementType, shape, fields);
    }

    public OnnxArray renamed(String newName) {
        return new OnnxArray(newName, elementType, shape, fields);
    }

    public boolean isFloat() {
        return elementType == FLOAT;
    }

    /** The number of elements. */
    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /**
     * The numbers, row-major.
     *
     * @throws IllegalStateException when it holds others than float32
     */
    public float[] floats() {
        if (!isFloat()) {
            throw new IllegalStateException(name + " is no array of float32");
        }
        float[] values = new float[size()];
        int at = 0;
        for (ProtoField field : floatFields().toList()) {
            int count = field.content().remaining() / Float.BYTES;
            field.content().asFloatBuffer().get(values, at, count);
            at += count;
        }
        return values;
    }

    /** The raw bytes as they are written, empty for an array that keeps its numbers in another way. */
    public Optional<byte[]> raw() {
        return fields.stream().filter(field -> field.number() == RAW_DATA).findFirst().map(field -> {
            byte[] bytes = new byte[field.content().remaining()];
            field.content().get(bytes);
            return bytes;
        });
    }

    ProtoMessage message() {
        return new ProtoMessage().fields(fields).text(NAME, name);
    }

    /** One number as an array of no sides. */
    public static OnnxArray scalar(String name, float value) {
        return of(name, new float[] {value});
    }

    /** One byte as an array of no sides. */
    public static OnnxArray scalar(String name, int elementType, int value) {
        return of(name, elementType, new byte[] {(byte) value});
    }
}
