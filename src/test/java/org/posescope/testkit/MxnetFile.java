package org.posescope.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes parameters without MXNet, in each of the layouts that it had. */
public final class MxnetFile {
    private final Map<String, byte[]> arrays = new LinkedHashMap<>();
    private final Version version;

    /** How an array begins. */
    public enum Version {
        LEGACY, V1, V2, V3
    }

    public MxnetFile(Version version) {
        this.version = version;
    }

    public MxnetFile add(String name, float[] values, int... shape) {
        ByteBuffer data = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return add(name, 0, data.array(), shape);
    }

    /** @param type number of the element type */
    public MxnetFile add(String name, int type, byte[] data, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(64 + Long.BYTES * shape.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        switch (version) {
            case LEGACY -> {
            }
            case V1 -> bytes.putInt(0xF993fac8);
            case V2 -> bytes.putInt(0xF993fac9).putInt(0);
            case V3 -> bytes.putInt(0xF993faca).putInt(0);
        }
        bytes.putInt(shape.length);
        for (int side : shape) {
            if (version == Version.LEGACY) {
                bytes.putInt(side);
            } else {
                bytes.putLong(side);
            }
        }
        int graphicsCard = 2;
        bytes.putInt(graphicsCard).putInt(3).putInt(type).put(data);
        byte[] array = new byte[bytes.position()];
        bytes.get(0, array);
        return addBytes(name, array);
    }

    /** An array whose bytes are what somebody else wrote. */
    public MxnetFile addBytes(String name, byte[] array) {
        arrays.put(name, array);
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(longs(0x112, 0, arrays.size()));
        arrays.values().forEach(out::writeBytes);
        out.writeBytes(longs(arrays.size()));
        arrays.keySet().forEach(name -> {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(longs(text.length));
            out.writeBytes(text);
        });
        return out.toByteArray();
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    private static byte[] longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return bytes.array();
    }
}
