package org.posescope.draw.avatar;

import java.nio.ByteBuffer;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The numbers that an accessor of a glTF file describes. */
final class GlbNumbers {
    private static final Map<String, Integer> COMPONENTS = Map.of("SCALAR", 1, "VEC2", 2, "VEC3", 3, "VEC4", 4, "MAT4",
            16);
    private static final int MOST = 1 << 26;

    private final Glb file;

    GlbNumbers(Glb file) {
        this.file = file;
    }

    /** In a row; whole numbers that stand for 0..1 or -1..1 are scaled to it. */
    float[] floats(int accessor) {
        JsonNode described = file.at("accessors", accessor);
        Component component = Component.of(described.path("componentType").asInt());
        int width = COMPONENTS.getOrDefault(described.path("type").asText(), 0);
        int total = size(described, width);
        double scale = described.path("normalized").asBoolean() ? component.most : 1;
        float[] numbers = described.has("bufferView")
                ? stored(described, component, width, total)
                : new float[total];
        if (described.has("sparse")) {
            replace(numbers, described.get("sparse"), component, width);
        }
        for (int i = 0; scale > 1 && i < numbers.length; i++) {
            numbers[i] = (float) Math.max(numbers[i] / scale, -1);
        }
        return numbers;
    }

    /** As they lie in a buffer view. */
    private float[] stored(JsonNode where, Component component, int width, int total) {
        int number = where.path("bufferView").asInt(-1);
        int stride = file.at("bufferViews", number).path("byteStride").asInt(width * component.bytes);
        ByteBuffer bytes = file.view(number);
        int first = where.path("byteOffset").asInt();
        float[] numbers = new float[total];
        for (int i = 0; i < numbers.length; i++) {
            int at = first + Math.floorDiv(i, width) * stride + i % width * component.bytes;
            numbers[i] = (float) component.read(bytes, at);
        }
        return numbers;
    }

    /** Puts those that are stored one by one in their places. */
    private void replace(float[] numbers, JsonNode sparse, Component component, int width) {
        int count = size(sparse, 1);
        JsonNode places = sparse.path("indices");
        Component ofPlaces = Component.of(places.path("componentType").asInt());
        ByteBuffer bytes = file.view(places.path("bufferView").asInt(-1));
        float[] values = stored(sparse.path("values"), component, width, size(sparse, width));
        for (int i = 0; i < count; i++) {
            int place = (int) ofPlaces.read(bytes, places.path("byteOffset").asInt() + i * ofPlaces.bytes);
            System.arraycopy(values, width * i, numbers, width * place, width);
        }
    }

    /** Whole numbers in a row, none below 0. */
    int[] indices(int accessor) {
        JsonNode described = file.at("accessors", accessor);
        Component component = Component.of(described.path("componentType").asInt());
        if (component != Component.UNSIGNED_INT) {
            float[] exact = floats(accessor);
            int[] small = new int[exact.length];
            for (int i = 0; i < small.length; i++) {
                small[i] = (int) exact[i];
            }
            return small;
        }
        ByteBuffer bytes = file.view(described.path("bufferView").asInt(-1));
        int[] numbers = new int[size(described, 1)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = bytes.getInt(described.path("byteOffset").asInt() + i * Integer.BYTES);
        }
        return numbers;
    }

    private static int size(JsonNode described, int width) {
        long total = described.path("count").asLong() * width;
        if (width == 0 || total < 0 || total > MOST) {
            throw new IllegalArgumentException("an accessor of an unknown kind or size");
        }
        return (int) total;
    }

    /** How one number is stored. */
    private enum Component {
        BYTE(5120, 1, 127), UNSIGNED_BYTE(5121, 1, 255), SHORT(5122, 2, 32767), UNSIGNED_SHORT(5123, 2, 65535),
        UNSIGNED_INT(5125, 4, 4294967295.0), FLOAT(5126, 4, 1);

        private final int code;
        private final int bytes;
        private final double most;

        Component(int code, int bytes, double most) {
            this.code = code;
            this.bytes = bytes;
            this.most = most;
        }

        static Component of(int code) {
            for (Component each : values()) {
                if (each.code == code) {
                    return each;
                }
            }
            throw new IllegalArgumentException("numbers of kind " + code);
        }

        double read(ByteBuffer from, int at) {
            return switch (this) {
                case BYTE -> from.get(at);
                case UNSIGNED_BYTE -> Byte.toUnsignedInt(from.get(at));
                case SHORT -> from.getShort(at);
                case UNSIGNED_SHORT -> Short.toUnsignedInt(from.getShort(at));
                case UNSIGNED_INT -> Integer.toUnsignedLong(from.getInt(at));
                case FLOAT -> from.getFloat(at);
            };
        }
    }
}
