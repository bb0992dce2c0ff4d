package org.posescope.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes flat buffers: a table, with everything that it refers to behind it (FlatBuffers internals). */
public final class FlatFile {
    private static final int MOST_BYTES = 1 << 16;

    private final ByteBuffer out = ByteBuffer.allocate(MOST_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    /** What a field refers to. */
    interface Part {
        /** @return where it begins */
        int writeTo(FlatFile file);
    }

    /** A table; fields may be set in any order. */
    public static final class Table implements Part {
        private final Map<Integer, Object> fields = new LinkedHashMap<>();

        /** A number of four bytes. */
        public Table int32(int field, int value) {
            fields.put(field, value);
            return this;
        }

        /** A number of one byte. */
        public Table int8(int field, int value) {
            fields.put(field, (byte) value);
            return this;
        }

        public Table table(int field, Table value) {
            fields.put(field, value);
            return this;
        }

        public Table text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        public Table bytes(int field, byte... value) {
            fields.put(field, (Part) file -> file.vector(value.length, value));
            return this;
        }

        public Table shorts(int field, int... values) {
            ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
            for (int value : values) {
                bytes.putShort((short) value);
            }
            fields.put(field, (Part) file -> file.vector(values.length, bytes.array()));
            return this;
        }

        public Table ints(int field, int... values) {
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asIntBuffer().put(values);
            fields.put(field, (Part) file -> file.vector(values.length, bytes.array()));
            return this;
        }

        public Table tables(int field, List<Table> values) {
            fields.put(field, (Part) file -> file.references(values));
            return this;
        }

        @Override
        public int writeTo(FlatFile file) {
            return file.table(fields);
        }
    }

    /**
     * The bytes of a file whose first table this is.
     *
     * @param kind four letters
     */
    public static byte[] of(Table root, String kind) {
        FlatFile file = new FlatFile();
        file.out.putInt(0).put(kind.getBytes(StandardCharsets.US_ASCII));
        file.refer(0, root);
        byte[] bytes = new byte[file.out.position()];
        file.out.get(0, bytes);
        return bytes;
    }

    /** Goes on where, after so many bytes, numbers of four bytes may lie. */
    private void align(int bytes) {
        int over = (out.position() + bytes) % Integer.BYTES;
        out.position(out.position() + (over == 0 ? 0 : Integer.BYTES - over));
    }

    private void refer(int from, Part part) {
        out.putInt(from, part.writeTo(this) - from);
    }

    private int table(Map<Integer, Object> fields) {
        int count = fields.keySet().stream().mapToInt(field -> field + 1).max().orElse(0);
        align(Short.BYTES * (2 + count));
        int vtable = out.position();
        int start = vtable + Short.BYTES * (2 + count);
        out.putShort((short) (Short.BYTES * (2 + count))).putShort((short) (Integer.BYTES * (1 + fields.size())));
        int next = Integer.BYTES;
        Map<Integer, Integer> offsets = new LinkedHashMap<>();
        for (int field : fields.keySet()) {
            offsets.put(field, next);
            next += Integer.BYTES;
        }
        for (int field = 0; field < count; field++) {
            out.putShort(offsets.getOrDefault(field, 0).shortValue());
        }
        out.putInt(start - vtable);
        out.position(start + next);
        List<Runnable> later = new ArrayList<>();
        fields.forEach((field, value) -> {
            int place = start + offsets.get(field);
            switch (value) {
                case Integer number -> out.putInt(place, number);
                case Byte number -> out.put(place, number);
                default -> later.add(() -> refer(place, (Part) value));
            }
        });
        later.forEach(Runnable::run);
        return start;
    }

    private int vector(int length, byte[] bytes) {
        align(0);
        int start = out.position();
        // The zero is what ends a text.
        out.putInt(length).put(bytes).put((byte) 0);
        return start;
    }

    private int references(List<Table> tables) {
        align(0);
        int start = out.position();
        out.putInt(tables.size()).position(start + Integer.BYTES * (1 + tables.size()));
        for (int i = 0; i < tables.size(); i++) {
            refer(start + Integer.BYTES * (1 + i), tables.get(i));
        }
        return start;
    }
}
