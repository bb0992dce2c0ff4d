package org.posescope.infer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Steps through the fields of a protobuf message without copying it (protobuf.dev/programming-guides/encoding). */
final class ProtoCursor {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int FIXED_32 = 5;

    private final ByteBuffer message;
    private int number;
    private int start;
    private int end;
    private long value;

    /** @param message from its position to its limit; stays as it is */
    ProtoCursor(ByteBuffer message) {
        this.message = message.duplicate();
    }

    /**
     * Goes to the next field; false at the end.
     *
     * @throws IllegalArgumentException or {@link java.nio.BufferUnderflowException} when there is none but more bytes
     */
    boolean next() {
        if (!message.hasRemaining()) {
            return false;
        }
        long key = varint();
        number = (int) (key >>> 3);
        start = message.position();
        switch ((int) (key & 7)) {
            case VARINT -> value = varint();
            case FIXED_64 -> message.position(start + Long.BYTES);
            case FIXED_32 -> message.position(start + Integer.BYTES);
            default -> {
                int length = Math.toIntExact(varint());
                start = message.position();
                message.position(Math.addExact(start, length));
            }
        }
        end = message.position();
        return true;
    }

    private long varint() {
        long result = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = message.get();
            result |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return result;
            }
        }
        throw new IllegalArgumentException("a varint of more than ten bytes");
    }

    /** Of the field. */
    int number() {
        return number;
    }

    /** Of a field of a whole number. */
    long value() {
        return value;
    }

    /** Where the field's content begins, counted from the start of the buffer. */
    int position() {
        return start;
    }

    /** The content of a message or text field; positions in it count from the start of the same buffer. */
    ByteBuffer content() {
        return message.duplicate().limit(end).position(start);
    }

    String text() {
        return StandardCharsets.UTF_8.decode(content()).toString();
    }
}
