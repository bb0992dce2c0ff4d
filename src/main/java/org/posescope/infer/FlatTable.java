package org.posescope.infer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A table in a verified flat buffer (FlatBuffers internals: a table begins with the distance back to its vtable, the vtable
 * lists where each field lies; references are distances forward).
 *
 * @param buffer little-endian, from the start of the file
 * @param start  of the table
 */
record FlatTable(ByteBuffer buffer, int start) {
    private static final int FIRST_FIELD = 4;

    /** The table that a file begins with. */
    static FlatTable root(ByteBuffer file) {
        ByteBuffer buffer = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return new FlatTable(buffer, target(buffer, 0));
    }

    /** The vector in a field; an empty one where the field is missing. */
    Vector vector(int field) {
        int vtable = start - buffer.getInt(start);
        int entry = FIRST_FIELD + 2 * field;
        int offset = entry < buffer.getShort(vtable) ? buffer.getShort(vtable + entry) : 0;
        return new Vector(buffer, offset == 0 ? -1 : target(buffer, start + offset));
    }

    private static int target(ByteBuffer buffer, int at) {
        return at + buffer.getInt(at);
    }

    /**
     * A vector of 4-byte elements: numbers, or references to tables.
     *
     * @param at where its length lies; -1 for an empty one that is not in the file
     */
    record Vector(ByteBuffer buffer, int at) {
        int size() {
            return at < 0 ? 0 : buffer.getInt(at);
        }

        int number(int index) {
            return buffer.getInt(element(index));
        }

        FlatTable table(int index) {
            return new FlatTable(buffer, target(buffer, element(index)));
        }

        String text() {
            byte[] bytes = new byte[size()];
            buffer.get(at + Integer.BYTES, bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** Puts a number to an earlier place. */
        void moveNumber(int from, int to) {
            buffer.putInt(element(to), number(from));
        }

        /** Puts a reference to an earlier place; it is a distance, so it grows. */
        void moveTable(int from, int to) {
            int target = target(buffer, element(from));
            buffer.putInt(element(to), target - element(to));
        }

        /** Leaves out the elements from {@code size} on. */
        void truncate(int size) {
            buffer.putInt(at, size);
        }

        private int element(int index) {
            return at + Integer.BYTES * (1 + index);
        }
    }
}
