package org.posescope.tensor.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes a pickle of protocol 2, instruction by instruction, as the reading machine executes them: values are pushed, and
 * combined after. Every method gives the writer itself.
 */
public final class PickleWriter {
    private static final int PROTOCOL = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public PickleWriter() {
        opcode(Opcode.PROTO).out.write(PROTOCOL);
    }

    public PickleWriter text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        opcode(Opcode.BINUNICODE).fourBytes(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    public PickleWriter integer(long value) {
        if (value == (int) value) {
            return opcode(Opcode.BININT).fourBytes((int) value);
        }
        return longInteger(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    }

    /**
     * A whole number of any size.
     *
     * @param littleEndian two's complement, at most 255 bytes
     */
    public PickleWriter longInteger(byte... littleEndian) {
        opcode(Opcode.LONG1).out.write(littleEndian.length);
        out.writeBytes(littleEndian);
        return this;
    }

    public PickleWriter truth(boolean value) {
        return opcode(value ? Opcode.NEWTRUE : Opcode.NEWFALSE);
    }

    /** A class or function by name. */
    public PickleWriter global(String module, String name) {
        opcode(Opcode.GLOBAL).out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Where the items of the next tuple, list or dictionary begin. */
    public PickleWriter mark() {
        return opcode(Opcode.MARK);
    }

    public PickleWriter tuple() {
        return opcode(Opcode.TUPLE);
    }

    public PickleWriter list() {
        return opcode(Opcode.LIST);
    }

    public PickleWriter emptyTuple() {
        return opcode(Opcode.EMPTY_TUPLE);
    }

    public PickleWriter emptyDict() {
        return opcode(Opcode.EMPTY_DICT);
    }

    /** Puts the keys and values behind the mark into the dictionary before it. */
    public PickleWriter setItems() {
        return opcode(Opcode.SETITEMS);
    }

    /** Calls a function with a tuple. */
    public PickleWriter reduce() {
        return opcode(Opcode.REDUCE);
    }

    /** Makes an object of a class and a tuple. */
    public PickleWriter newObject() {
        return opcode(Opcode.NEWOBJ);
    }

    /** Gives an object its state. */
    public PickleWriter build() {
        return opcode(Opcode.BUILD);
    }

    /** Replaces an id by what lies outside of the pickle. */
    public PickleWriter persistent() {
        return opcode(Opcode.BINPERSID);
    }

    public PickleWriter integers(long... values) {
        mark();
        for (long value : values) {
            integer(value);
        }
        return tuple();
    }

    /** The finished pickle, whose value is the last one pushed. */
    public byte[] end() {
        return opcode(Opcode.STOP).out.toByteArray();
    }

    private PickleWriter opcode(Opcode opcode) {
        out.write(opcode.code());
        return this;
    }

    private PickleWriter fourBytes(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
        return this;
    }
}
