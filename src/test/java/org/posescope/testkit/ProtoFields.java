package org.posescope.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The fields of a protocol buffer message, enough to look into ONNX files. */
public final class ProtoFields {
    private final List<Field> fields = new ArrayList<>();

    private record Field(int number, long value, ByteBuffer content) {}

    /** @param message little-endian from its position on; not copied */
    public ProtoFields(ByteBuffer message) {
        ByteBuffer rest = message.slice().order(ByteOrder.LITTLE_ENDIAN);
        while (rest.hasRemaining()) {
            long key = varint(rest);
            int number = (int) (key >>> 3);
            switch ((int) (key & 7)) {
                case 0 -> fields.add(new Field(number, varint(rest), ByteBuffer.allocate(0)));
                case 1 -> fields.add(new Field(number, rest.getLong(), ByteBuffer.allocate(0)));
                case 5 -> fields.add(new Field(number, rest.getInt(), ByteBuffer.allocate(0)));
                default -> {
                    int length = (int) varint(rest);
                    fields.add(new Field(number, 0, rest.slice(rest.position(), length)));
                    rest.position(rest.position() + length);
                }
            }
        }
    }

    public List<ProtoFields> messages(int number) {
        return contents(number).map(ProtoFields::new).toList();
    }

    public List<String> texts(int number) {
        return contents(number).map(bytes -> StandardCharsets.UTF_8.decode(bytes.duplicate()).toString()).toList();
    }

    public List<Long> numbers(int number) {
        return fields.stream().filter(field -> field.number == number).map(Field::value).toList();
    }

    public float[] floats(int number) {
        ByteBuffer bytes = contents(number).findFirst().orElseThrow().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    private Stream<ByteBuffer> contents(int number) {
        return fields.stream().filter(field -> field.number == number).map(Field::content);
    }

    /** Reads a number of variable length. */
    static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
