package org.posescope.tensor.mxnet;

import java.io.EOFException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Walks through little-endian bytes and never beyond them. */
final class Cursor {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment bytes;
    private long at;

    Cursor(MemorySegment bytes) {
        this.bytes = bytes;
    }

    int int32() throws EOFException {
        return take(Integer.BYTES).get(INT, 0);
    }

    long int64() throws EOFException {
        return take(Long.BYTES).get(LONG, 0);
    }

    /**
     * The next bytes, not a copy.
     *
     * @throws EOFException when there are not as many; a negative length is read as one beyond the range of long
     */
    MemorySegment take(long length) throws EOFException {
        if (length < 0 || length > remaining()) {
            throw new EOFException();
        }
        MemorySegment taken = bytes.asSlice(at, length);
        at += length;
        return taken;
    }

    long remaining() {
        return bytes.byteSize() - at;
    }
}
