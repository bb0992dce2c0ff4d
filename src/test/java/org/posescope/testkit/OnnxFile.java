package org.posescope.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.posescope.tensor.Tensor;

/**
 * Writes small ONNX models, field by field (onnx/onnx.proto; the numbers are the field numbers of that file).
 */
public final class OnnxFile {
    /** Element types of TensorProto. */
    public static final int FLOAT = 1;
    public static final int UINT8 = 2;
    public static final int INT32 = 6;
    public static final int INT64 = 7;
    public static final int FLOAT16 = 10;
    public static final int BFLOAT16 = 16;

    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;

    private final Message graph = new Message().text(2, "graph");
    private final Message halfGraph = new Message().text(2, "graph");
    private final Message metadata = new Message();

    /** An operator without attributes. */
    public OnnxFile node(String operator, String output, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        return both(1, node.text(2, output).text(4, operator));
    }

    /** A conversion of element types. */
    public OnnxFile cast(String output, String input, int elementType) {
        Message to = new Message().text(1, "to").number(3, elementType).number(20, 2);
        return both(1, new Message().text(1, input).text(2, output).text(4, "Cast").message(5, to));
    }

    private OnnxFile both(int field, Message value) {
        graph.message(field, value);
        halfGraph.message(field, value);
        return this;
    }

    /** A constant float32 tensor. */
    public OnnxFile constant(String name, Tensor value) {
        ByteBuffer bytes = ByteBuffer.allocate(value.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(value.data());
        graph.message(5, array(name, FLOAT, bytes.array(), value.shape()));
        ByteBuffer halves = ByteBuffer.allocate(value.size() * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < value.size(); i++) {
            halves.putShort(Float.floatToFloat16(value.get(i)));
        }
        halfGraph.message(5, array(name, FLOAT16, halves.array(), value.shape()));
        return this;
    }

    /** A constant tensor of whole numbers. */
    public OnnxFile wholeConstant(String name, long[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return both(5, array(name, INT64, bytes.array(), shape));
    }

    private static Message array(String name, int elementType, byte[] raw, int... shape) {
        Message tensor = new Message();
        for (int side : shape) {
            tensor.number(1, side);
        }
        return tensor.number(2, elementType).text(8, name).bytes(9, raw);
    }

    /** A constant that lies in another file. */
    public OnnxFile constantElsewhere(String name, String location) {
        Message entry = new Message().text(1, "location").text(2, location);
        return both(5, new Message().number(1, 1).number(2, FLOAT).text(8, name).message(13, entry).number(14, 1));
    }

    /** An entry of what the exporter says of the model. */
    public OnnxFile metadata(String key, String value) {
        metadata.message(14, new Message().text(1, key).text(2, value));
        return this;
    }

    /** An input of the model; a side below 0 is left to the caller. */
    public OnnxFile input(String name, int elementType, int... shape) {
        return port(11, name, elementType, shape);
    }

    /** An output of the model, as {@link #input}. */
    public OnnxFile output(String name, int elementType, int... shape) {
        return port(12, name, elementType, shape);
    }

    private OnnxFile port(int field, String name, int elementType, int... shape) {
        graph.message(field, valueInfo(name, elementType, shape));
        halfGraph.message(field, valueInfo(name, elementType == FLOAT ? FLOAT16 : elementType, shape));
        return this;
    }

    public void write(Path file) throws IOException {
        write(graph, file);
    }

    /** The same model with all that is float32 in float16. */
    public void writeHalf(Path file) throws IOException {
        write(halfGraph, file);
    }

    private void write(Message content, Path file) throws IOException {
        Message operators = new Message().text(1, "").number(2, OPERATOR_SET);
        Files.write(file,
                new Message().number(1, IR_VERSION).message(7, content).message(8, operators).append(metadata).out
                        .toByteArray());
    }

    private static Message valueInfo(String name, int elementType, int... shape) {
        Message sides = new Message();
        for (int side : shape) {
            sides.message(1, side < 0 ? new Message().text(2, "any") : new Message().number(1, side));
        }
        Message tensorType = new Message().number(1, elementType).message(2, sides);
        return new Message().text(1, name).message(2, new Message().message(1, tensorType));
    }

    /** A protocol buffer message: varints (wire type 0) and length-delimited fields (wire type 2). */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message append(Message fields) {
            out.writeBytes(fields.out.toByteArray());
            return this;
        }

        Message number(int field, long value) {
            return varint((long) field << 3).varint(value);
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.out.toByteArray());
        }

        Message bytes(int field, byte[] value) {
            varint(((long) field << 3) | 2).varint(value.length);
            out.writeBytes(value);
            return this;
        }

        private Message varint(long value) {
            long rest = value;
            for (; rest > 0x7f; rest >>>= 7) {
                out.write((int) ((rest & 0x7f) | 0x80));
            }
            out.write((int) rest);
            return this;
        }
    }
}
