package org.posescope.network.protobuf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message in the wire format of protocol buffers. Weights are kept as they are until the message is written, so a network is never
 * in memory twice. A message must be complete before it becomes a field of another.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Protocol Buffers: Encoding</a>
 */
public final class ProtoMessage {
    private static final int VARINT = WireType.VARINT.code();
    private static final int DELIMITED = WireType.DELIMITED.code();
    private static final int FOUR_BYTES = WireType.FIXED32.code();
    private static final int CHUNK = 1 << 14;

    private final List<Part> parts = new ArrayList<>();
    private long length;

    private interface Part {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A whole number; a negative one takes ten bytes, as in the format. */
    public ProtoMessage number(int field, long value) {
        return key(field, VARINT).varint(value);
    }

    public ProtoMessage float32(int field, float value) {
        byte[] bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
        return key(field, FOUR_BYTES).part(bytes.length, out -> out.write(bytes));
    }

    public ProtoMessage text(int field, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return key(field, DELIMITED).varint(bytes.length).part(bytes.length, out -> out.write(bytes));
    }

    public ProtoMessage message(int field, ProtoMessage value) {
        return key(field, DELIMITED).varint(value.length).part(value.length, value::writeTo);
    }

    /** Numbers as raw bytes, little-endian. */
    public ProtoMessage floats(int field, float... values) {
        long bytes = (long) values.length * Float.BYTES;
        return key(field, DELIMITED).varint(bytes).part(bytes, out -> write(values, out));
    }

    /** Numbers as raw bytes, little-endian. */
    public ProtoMessage longs(int field, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return key(field, DELIMITED).varint(bytes.capacity()).part(bytes.capacity(), out -> out.write(bytes.array()));
    }

    /** A field as it was read, or made to be written. */
    public ProtoMessage field(ProtoField field) {
        ByteBuffer content = field.content();
        int size = content.remaining();
        return switch (field.type()) {
            case VARINT -> number(field.number(), field.value());
            case DELIMITED -> key(field.number(), DELIMITED).varint(size).part(size, out -> copy(content, out));
            case FIXED64, FIXED32 -> key(field.number(), field.type().code()).part(size, out -> copy(content, out));
        };
    }

    /** As {@link #field}, one after the other. */
    public ProtoMessage fields(List<ProtoField> fields) {
        fields.forEach(this::field);
        return this;
    }

    /** All of it in memory, for small messages. */
    public ByteBuffer toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    public void writeTo(OutputStream out) throws IOException {
        for (Part part : parts) {
            part.writeTo(out);
        }
    }

    private static void copy(ByteBuffer content, OutputStream out) throws IOException {
        ByteBuffer rest = content.duplicate();
        byte[] chunk = new byte[Math.min(CHUNK, rest.remaining())];
        while (rest.hasRemaining()) {
            int count = Math.min(chunk.length, rest.remaining());
            rest.get(chunk, 0, count);
            out.write(chunk, 0, count);
        }
    }

    private static void write(float[] values, OutputStream out) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            chunk.asFloatBuffer().put(values, from, count);
            out.write(chunk.array(), 0, count * Float.BYTES);
        }
    }

    private ProtoMessage key(int field, int wireType) {
        return varint(((long) field << 3) | wireType);
    }

    private ProtoMessage varint(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = value;
        for (; (rest & ~0x7f) != 0; rest >>>= 7) {
            bytes.write((int) ((rest & 0x7f) | 0x80));
        }
        bytes.write((int) rest);
        return part(bytes.size(), bytes::writeTo);
    }

    private ProtoMessage part(long size, Part part) {
        parts.add(part);
        length += size;
        return this;
    }
}
