package org.posescope.network.protobuf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.posescope.tensor.MalformedDataException;

/**
 * Takes messages apart. Lengths are checked before anything is read or reserved, so a damaged file costs no more memory than it has
 * bytes.
 */
public final class ProtoReader {
    private static final int WIRE_TYPE_BITS = 3;
    private static final int MOST_FIELD = (1 << 29) - 1;
    private static final int MOST_BITS = 64;

    private ProtoReader() {}

    /**
     * The fields in their order.
     *
     * @param message from its position to its limit; not copied
     */
    public static List<ProtoField> fields(ByteBuffer message) throws MalformedDataException {
        ByteBuffer rest = message.duplicate();
        List<ProtoField> fields = new ArrayList<>();
        while (rest.hasRemaining()) {
            long key = varint(rest);
            long number = key >>> WIRE_TYPE_BITS;
            if (number < 1 || number > MOST_FIELD) {
                throw new MalformedDataException("it has a field of the impossible number " + number);
            }
            fields.add(field((int) number, WireType.of((int) key & (1 << WIRE_TYPE_BITS) - 1), rest));
        }
        return fields;
    }

    private static ProtoField field(int number, WireType type, ByteBuffer rest) throws MalformedDataException {
        return switch (type) {
            case VARINT -> ProtoField.number(number, varint(rest));
            case FIXED64 -> new ProtoField(number, type, 0, take(rest, Long.BYTES));
            case FIXED32 -> new ProtoField(number, type, 0, take(rest, Integer.BYTES));
            case DELIMITED -> new ProtoField(number, type, 0, take(rest, varint(rest)));
        };
    }

    /** Whole numbers one after the other. */
    static LongStream packed(ByteBuffer content) throws MalformedDataException {
        LongStream.Builder numbers = LongStream.builder();
        while (content.hasRemaining()) {
            numbers.add(varint(content));
        }
        return numbers.build();
    }

    private static ByteBuffer take(ByteBuffer rest, long length) throws MalformedDataException {
        if (length < 0 || length > rest.remaining()) {
            throw new MalformedDataException("a field reaches beyond its end");
        }
        ByteBuffer content = rest.slice(rest.position(), (int) length);
        rest.position(rest.position() + (int) length);
        return content;
    }

    private static long varint(ByteBuffer rest) throws MalformedDataException {
        long value = 0;
        for (int shift = 0; shift < MOST_BITS; shift += 7) {
            if (!rest.hasRemaining()) {
                throw new MalformedDataException("it ends in the middle of a number");
            }
            byte next = rest.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedDataException("a number is longer than 64 bits");
    }
}
