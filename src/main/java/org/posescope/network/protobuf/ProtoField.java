package org.posescope.network.protobuf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

import org.posescope.tensor.MalformedDataException;

/**
 * One field of a message, as it stands in the file.
 *
 * @param number  of the field in its schema
 * @param value   of a {@link WireType#VARINT}; 0 for the others
 * @param content little-endian bytes of all but a varint; shared with the file, not to be written to
 */
public record ProtoField(int number, WireType type, long value, ByteBuffer content) {
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    /** The bytes with a position of their own. */
    @Override
    public ByteBuffer content() {
        return content.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    public static ProtoField number(int number, long value) {
        return new ProtoField(number, WireType.VARINT, value, NONE);
    }

    public static ProtoField real(int number, float value) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, value);
        return new ProtoField(number, WireType.FIXED32, 0, bytes);
    }

    public static ProtoField text(int number, String value) {
        return bytes(number, StandardCharsets.UTF_8.encode(value));
    }

    public static ProtoField bytes(int number, ByteBuffer content) {
        return new ProtoField(number, WireType.DELIMITED, 0, content);
    }

    public String text() {
        return StandardCharsets.UTF_8.decode(content()).toString();
    }

    /** The fields of the message that this field holds. */
    public List<ProtoField> message() throws MalformedDataException {
        if (type != WireType.DELIMITED) {
            throw new MalformedDataException("a number stands where a message is due");
        }
        return ProtoReader.fields(content());
    }

    /** The whole numbers of a repeated field, which may be packed into one. */
    public LongStream numbers() throws MalformedDataException {
        return type == WireType.DELIMITED ? ProtoReader.packed(content()) : LongStream.of(value);
    }
}
