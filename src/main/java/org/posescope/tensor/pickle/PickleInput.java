package org.posescope.tensor.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.posescope.tensor.MalformedDataException;

/** Reads the operands of instructions; never beyond the end of the data, whatever length an operand claims. */
final class PickleInput {
    private final ByteBuffer data;

    /** Reads from the buffer's position on, and moves it. */
    PickleInput(ByteBuffer data) {
        this.data = data.order(ByteOrder.LITTLE_ENDIAN);
    }

    int unsigned1() throws MalformedDataException {
        require(Byte.BYTES);
        return Byte.toUnsignedInt(data.get());
    }

    int unsigned2() throws MalformedDataException {
        require(Short.BYTES);
        return Short.toUnsignedInt(data.getShort());
    }

    int signed4() throws MalformedDataException {
        require(Integer.BYTES);
        return data.getInt();
    }

    long unsigned4() throws MalformedDataException {
        return Integer.toUnsignedLong(signed4());
    }

    long signed8() throws MalformedDataException {
        require(Long.BYTES);
        return data.getLong();
    }

    double bigEndianDouble() throws MalformedDataException {
        return Double.longBitsToDouble(Long.reverseBytes(signed8()));
    }

    /** The next bytes, read-only and not copied. */
    ByteBuffer bytes(long length) throws MalformedDataException {
        require(length);
        ByteBuffer slice = data.slice(data.position(), (int) length).asReadOnlyBuffer();
        data.position(data.position() + (int) length);
        return slice;
    }

    /** The bytes up to the next line feed, without it, not copied. */
    ByteBuffer line() throws MalformedDataException {
        int end = data.position();
        while (end < data.limit() && data.get(end) != '\n') {
            end++;
        }
        ByteBuffer line = bytes((long) end - data.position());
        unsigned1();
        return line;
    }

    /** Checks that this much is left. */
    void require(long length) throws MalformedDataException {
        if (length < 0 || length > data.remaining()) {
            throw new MalformedDataException("its pickle ends too early; get the file again");
        }
    }
}
