package org.posescope.tensor.flatbuffer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.posescope.tensor.MalformedDataException;

/**
 * The bytes of a flat buffer. Places are counted from its start.
 *
 * @param buffer little-endian, from 0 to its limit
 */
record FlatBytes(ByteBuffer buffer) {
    int int8(int place) throws MalformedDataException {
        return buffer.get(place(place, Byte.BYTES));
    }

    int uint16(int place) throws MalformedDataException {
        return Short.toUnsignedInt(buffer.getShort(place(place, Short.BYTES)));
    }

    int int32(int place) throws MalformedDataException {
        return buffer.getInt(place(place, Integer.BYTES));
    }

    void putInt32(int place, int value) throws MalformedDataException {
        buffer.putInt(place(place, Integer.BYTES), value);
    }

    void putInt8(int place, int value) throws MalformedDataException {
        buffer.put(place(place, Byte.BYTES), (byte) value);
    }

    /** Where a reference leads. */
    int target(int place) throws MalformedDataException {
        return place(place + Integer.toUnsignedLong(int32(place)), Integer.BYTES);
    }

    /** The bytes of a vector whose length lies at a place. */
    ByteBuffer vector(int place, int elementBytes) throws MalformedDataException {
        int length = length(place, elementBytes);
        return buffer.slice(place + Integer.BYTES, length * elementBytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many elements a vector has, all of which lie in the file. */
    int length(int place, int elementBytes) throws MalformedDataException {
        long length = Integer.toUnsignedLong(int32(place));
        if (length > (buffer.limit() - place - Integer.BYTES) / elementBytes) {
            throw outside();
        }
        return (int) length;
    }

    /** The same place, when so many bytes from there on are in the file. */
    int place(long place, int bytes) throws MalformedDataException {
        if (place < 0 || place > buffer.limit() - bytes) {
            throw outside();
        }
        return (int) place;
    }

    private static MalformedDataException outside() {
        return new MalformedDataException("it refers to a place outside of itself, so it is cut off or damaged");
    }
}
