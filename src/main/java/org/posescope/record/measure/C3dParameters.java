package org.posescope.record.measure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.record.motion.Motion;
import org.posescope.record.motion.RestSkeleton;

/** The parameters of a C3D file. */
final class C3dParameters {
    private static final int BLOCK = 512;
    private static final int INTEL = 84;
    private static final int LABEL = 16;
    private static final int MOST_FRAMES = 0xffff;
    private static final byte CHARACTERS = -1;
    private static final byte INTEGERS = 2;
    private static final byte FLOATS = 4;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private C3dParameters() {}

    /** All of them, filled up to whole blocks. */
    static byte[] section(RestSkeleton skeleton, Motion motion) {
        // Where the data begins is a parameter itself; its value does not change the length.
        int blocks = write(skeleton, motion, 0).length / BLOCK;
        return write(skeleton, motion, 2 + blocks);
    }

    private static byte[] write(RestSkeleton skeleton, Motion motion, int dataBlock) {
        List<String> labels = IntStream.range(0, skeleton.size()).mapToObj(skeleton::name).toList();
        C3dParameters all = new C3dParameters();
        all.group(1, "POINT");
        all.integers(1, "USED", skeleton.size());
        all.real("SCALE", -1);
        all.real("RATE", (float) motion.fps());
        all.integers(1, "DATA_START", dataBlock);
        all.integers(1, "FRAMES", Math.min(MOST_FRAMES, motion.frames()));
        all.text("LABELS", labels);
        all.text("DESCRIPTIONS", labels);
        all.text("UNITS", List.of("mm"));
        all.text("X_SCREEN", List.of("+X"));
        all.text("Y_SCREEN", List.of("+Y"));
        all.group(2, "ANALOG");
        all.integers(2, "USED", 0);
        all.group(3, "FORCE_PLATFORM");
        all.integers(3, "USED", 0);
        all.group(4, "TRIAL");
        all.integers(4, "ACTUAL_START_FIELD", 1, 0);
        all.integers(4, "ACTUAL_END_FIELD", motion.frames() & MOST_FRAMES, motion.frames() >>> Short.SIZE);
        return all.filled();
    }

    private byte[] filled() {
        // A name of no letters ends the list.
        byte[] entries = out.toByteArray();
        int blocks = (4 + entries.length + 2 + BLOCK - 1) / BLOCK;
        return ByteBuffer.allocate(blocks * BLOCK).put((byte) 1).put((byte) 0x50).put((byte) blocks).put((byte) INTEL)
                .put(entries).array();
    }

    private void group(int id, String name) {
        entry(-id, name, new byte[0]);
    }

    @SuppressWarnings("ByteBufferBackingArray") // Of ByteBuffer.allocate.
    private void integers(int group, String name, int... values) {
        ByteBuffer data = buffer(2 + 2 * values.length).put(INTEGERS);
        if (values.length > 1) {
            data = buffer(3 + 2 * values.length).put(INTEGERS).put((byte) 1).put((byte) values.length);
        } else {
            data.put((byte) 0);
        }
        for (int value : values) {
            data.putShort((short) value);
        }
        entry(group, name, data.array());
    }

    private void real(String name, float value) {
        entry(1, name, buffer(6).put(FLOATS).put((byte) 0).putFloat(value).array());
    }

    @SuppressWarnings("ByteBufferBackingArray") // Likewise.
    private void text(String name, List<String> values) {
        ByteBuffer data = buffer(4 + LABEL * values.size()).put(CHARACTERS).put((byte) 2).put((byte) LABEL)
                .put((byte) values.size());
        for (String value : values) {
            data.put((value + " ".repeat(LABEL - value.length())).getBytes(StandardCharsets.US_ASCII));
        }
        entry(1, name, data.array());
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A name, how far it is to the next entry, what there is of it, and no description. */
    private void entry(int group, String name, byte[] data) {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        byte[] all = buffer(2 + letters.length + 2 + data.length + 1).put((byte) letters.length).put((byte) group)
                .put(letters).putShort((short) (2 + data.length + 1)).put(data).put((byte) 0).array();
        out.writeBytes(all);
    }
}
