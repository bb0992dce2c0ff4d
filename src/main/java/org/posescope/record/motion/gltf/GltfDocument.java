package org.posescope.record.motion.gltf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.posescope.error.UserException;

/** A glTF file that is being put together: its lists of things that refer to each other by number, and its numbers. */
final class GltfDocument {
    static final int FLOAT = 5126;
    static final int UNSIGNED_INT = 5125;
    static final int UNSIGNED_BYTE = 5121;
    static final int ARRAY_BUFFER = 34962;
    static final int ELEMENT_ARRAY_BUFFER = 34963;

    private static final int MAGIC = 0x46546C67;
    private static final int JSON_CHUNK = 0x4E4F534A;
    private static final int BINARY_CHUNK = 0x004E4942;
    private static final int FILE_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int ALIGNMENT = 4;

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ArrayNode sceneNodes;
    private final BinaryChunk binary = new BinaryChunk();

    /** @param origin where the origin of the world is, for people */
    GltfDocument(String origin) {
        ObjectNode asset = root.putObject("asset").put("version", "2.0").put("generator", "PoseScope");
        asset.putObject("extras").put("coordinates",
                "metres; x right, y up, z towards the camera that filmed; origin " + origin);
        root.put("scene", 0);
        sceneNodes = root.putArray("scenes").addObject().putArray("nodes");
    }

    /** Adds a thing to one of the document's lists, and gives its number there. */
    int add(String list, ObjectNode thing) {
        ArrayNode all = root.withArray("/" + list);
        all.add(thing);
        return all.size() - 1;
    }

    static ObjectNode thing() {
        return JsonNodeFactory.instance.objectNode();
    }

    void putIntoScene(int node) {
        sceneNodes.add(node);
    }

    /** Adds numbers to the binary chunk and gives the number of their buffer view. */
    int view(int bytes, Consumer<ByteBuffer> filler) {
        ObjectNode view = thing().put("buffer", 0).put("byteOffset", binary.length()).put("byteLength", bytes);
        binary.add(bytes, filler);
        return add("bufferViews", view);
    }

    private int view(int bytes, int target, Consumer<ByteBuffer> filler) {
        int view = view(bytes, filler);
        ((ObjectNode) root.get("bufferViews").get(view)).put("target", target);
        return view;
    }

    /** Describes numbers of a view; the first of them are at {@code offset}. */
    ObjectNode accessor(int view, int offset, int component, String type, int count) {
        return thing().put("bufferView", view).put("byteOffset", offset).put("componentType", component)
                .put("type", type).put("count", count);
    }

    /** Adds the corners of triangles. */
    int indices(int[] faces) {
        int view = view(faces.length * Integer.BYTES, ELEMENT_ARRAY_BUFFER, out -> {
            for (int vertex : faces) {
                out.putInt(vertex);
            }
        });
        return add("accessors", accessor(view, 0, UNSIGNED_INT, "SCALAR", faces.length));
    }

    /** Adds an attribute of vertices, as floats. */
    int attribute(float[] values, String type, int components) {
        int view = view(values.length * Float.BYTES, ARRAY_BUFFER, out -> putFloats(values, out));
        return add("accessors", accessor(view, 0, FLOAT, type, values.length / components));
    }

    /** Adds points of vertices, with the extent that the format asks for. */
    int positions(float[] points) {
        int accessor = attribute(points, "VEC3", 3);
        ObjectNode described = (ObjectNode) root.get("accessors").get(accessor);
        ArrayNode min = described.putArray("min");
        ArrayNode max = described.putArray("max");
        for (int axis = 0; axis < 3; axis++) {
            float low = points[axis];
            float high = points[axis];
            for (int i = axis; i < points.length; i += 3) {
                low = Math.min(low, points[i]);
                high = Math.max(high, points[i]);
            }
            min.add((double) low);
            max.add((double) high);
        }
        return accessor;
    }

    /** Adds joint numbers of vertices, four each. */
    int joints(int[] numbers) {
        int view = view(numbers.length, ARRAY_BUFFER, out -> Arrays.stream(numbers).forEach(n -> out.put((byte) n)));
        return add("accessors", accessor(view, 0, UNSIGNED_BYTE, "VEC4", numbers.length / 4));
    }

    static void putFloats(float[] values, ByteBuffer out) {
        for (float value : values) {
            out.putFloat(value);
        }
    }

    /** Writes the file, once. */
    void write(OutputStream out) throws IOException {
        root.putArray("buffers").addObject().put("byteLength", binary.length());
        byte[] json = new ObjectMapper().writeValueAsBytes(root);
        int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        long total = FILE_HEADER + 2L * CHUNK_HEADER + padded + binary.length();
        if (total > Integer.MAX_VALUE) {
            throw new UserException("The motion is too long for one glTF file: export a shorter part of it.");
        }
        ByteBuffer head = ByteBuffer.allocate(FILE_HEADER + 2 * CHUNK_HEADER + padded)
                .order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(MAGIC).putInt(2).putInt((int) total);
        head.putInt(padded).putInt(JSON_CHUNK).put(json);
        for (int i = json.length; i < padded; i++) {
            head.put((byte) ' ');
        }
        head.putInt((int) binary.length()).putInt(BINARY_CHUNK);
        out.write(head.array());
        binary.write(out);
    }
}
