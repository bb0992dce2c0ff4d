package org.posescope.tensor.flatbuffer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.posescope.tensor.MalformedDataException;

/**
 * A table in a flat buffer (FlatBuffers internals: a table begins with the distance back to its vtable, the vtable lists where each
 * field lies; references are distances forward). Nothing is read before it is asked for, and whatever leads out of the file is a
 * {@link MalformedDataException}. A file may refer to the same place many times, even in circles: who follows references of any
 * depth has to count.
 */
public final class FlatTable {
    private static final int FIRST_FIELD = 4;

    private final FlatBytes bytes;
    private final int start;
    private final int vtable;
    private final int vtableBytes;

    private FlatTable(FlatBytes bytes, int start) throws MalformedDataException {
        this.bytes = bytes;
        this.start = start;
        this.vtable = bytes.place((long) start - bytes.int32(start), FIRST_FIELD);
        this.vtableBytes = bytes.uint16(vtable);
    }

    /** The table that a file begins with; the buffer is shared. */
    public static FlatTable root(ByteBuffer file) throws MalformedDataException {
        FlatBytes bytes = new FlatBytes(file.slice().order(ByteOrder.LITTLE_ENDIAN));
        return at(bytes, bytes.target(0));
    }

    static FlatTable at(FlatBytes bytes, int start) throws MalformedDataException {
        return new FlatTable(bytes, start);
    }

    /** A number of one byte, or what stands for it where the field is left out. */
    public int int8(int field, int otherwise) throws MalformedDataException {
        int place = place(field);
        return place == 0 ? otherwise : bytes.int8(place);
    }

    /** A number of four bytes, or what stands for it where the field is left out. */
    public int int32(int field, int otherwise) throws MalformedDataException {
        int place = place(field);
        return place == 0 ? otherwise : bytes.int32(place);
    }

    /** The table that a field refers to; empty where it is left out. */
    public Optional<FlatTable> table(int field) throws MalformedDataException {
        int place = place(field);
        return place == 0 ? Optional.empty() : Optional.of(at(bytes, bytes.target(place)));
    }

    /** A vector of four-byte elements: numbers, or references to tables; an empty one where the field is left out. */
    public FlatVector vector(int field) throws MalformedDataException {
        int place = place(field);
        return place == 0 ? FlatVector.EMPTY : FlatVector.at(bytes, bytes.target(place));
    }

    /** The raw bytes of a vector, little-endian; none where the field is left out. The memory is the file's. */
    public ByteBuffer raw(int field) throws MalformedDataException {
        return raw(field, Byte.BYTES);
    }

    /** As {@link #raw(int)}, of elements of several bytes. */
    public ByteBuffer raw(int field, int elementBytes) throws MalformedDataException {
        int place = place(field);
        return place == 0 ? ByteBuffer.allocate(0) : bytes.vector(bytes.target(place), elementBytes);
    }

    /** A text, in UTF-8; an empty one where the field is left out. */
    public String text(int field) throws MalformedDataException {
        return StandardCharsets.UTF_8.decode(raw(field)).toString();
    }

    /** Changes a number of one byte, which must not be left out. */
    public void putInt8(int field, int value) throws MalformedDataException {
        bytes.putInt8(present(field), value);
    }

    /** Has a field refer to a place behind it, which may also lie behind the file. The field must not be left out. */
    public void refer(int field, long target) throws MalformedDataException {
        int place = present(field);
        bytes.putInt32(place, Math.toIntExact(target - place));
    }

    /** The list of where the fields of this table lie, without one of them. Other tables may share the one in the file. */
    public ByteBuffer fieldsWithout(int field) throws MalformedDataException {
        bytes.place(vtable, vtableBytes);
        ByteBuffer fields = ByteBuffer.allocate(vtableBytes).order(ByteOrder.LITTLE_ENDIAN)
                .put(0, bytes.buffer(), vtable, vtableBytes);
        int entry = FIRST_FIELD + Short.BYTES * field;
        if (entry + Short.BYTES <= vtableBytes) {
            fields.putShort(entry, (short) 0);
        }
        return fields;
    }

    /** Has the table take its list of fields from another place, which may also lie behind the file; this view keeps the old one. */
    public void useFields(long place) throws MalformedDataException {
        bytes.putInt32(start, Math.toIntExact(start - place));
    }

    private int present(int field) throws MalformedDataException {
        int place = place(field);
        if (place == 0) {
            throw new MalformedDataException("it leaves out a field that it needs");
        }
        return place;
    }

    /** Where a field lies; 0, which is never a field's place, where it is left out. */
    private int place(int field) throws MalformedDataException {
        int entry = FIRST_FIELD + Short.BYTES * field;
        int offset = entry + Short.BYTES <= vtableBytes ? bytes.uint16(bytes.place((long) vtable + entry, 2)) : 0;
        return offset == 0 ? 0 : bytes.place((long) start + offset, 1);
    }
}
