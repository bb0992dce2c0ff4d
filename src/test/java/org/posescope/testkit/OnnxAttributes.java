package org.posescope.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes old ONNX files fit for ONNX Runtime, which refuses attributes that later operator sets have dropped. */
public final class OnnxAttributes {
    /** Field numbers on the way from a ModelProto to the attributes of its nodes. */
    private static final int[] WAY = {7, 1, 5};
    private static final int NAME = 1;

    private OnnxAttributes() {}

    /** Copies a file without the attributes of a name. */
    public static Path remove(String attribute, Path from, Path to) throws IOException {
        return Files.write(to, without(attribute, ByteBuffer.wrap(Files.readAllBytes(from)), 0));
    }

    private static byte[] without(String attribute, ByteBuffer message, int depth) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (message.hasRemaining()) {
            int start = message.position();
            long key = ProtoFields.varint(message);
            int skipped = switch ((int) (key & 7)) {
                case 0 -> {
                    ProtoFields.varint(message);
                    yield 0;
                }
                case 1 -> Long.BYTES;
                case 5 -> Integer.BYTES;
                default -> (int) ProtoFields.varint(message);
            };
            ByteBuffer content = message.slice(message.position(), skipped);
            message.position(message.position() + skipped);
            if ((key & 7) == 2 && depth < WAY.length && key >>> 3 == WAY[depth]) {
                boolean dropped = depth == WAY.length - 1 && new ProtoFields(content).texts(NAME).contains(attribute);
                if (!dropped) {
                    byte[] inner = without(attribute, content, depth + 1);
                    write(key, out);
                    write(inner.length, out);
                    out.writeBytes(inner);
                }
            } else {
                byte[] same = new byte[message.position() - start];
                message.get(start, same);
                out.writeBytes(same);
            }
        }
        return out.toByteArray();
    }

    private static void write(long value, ByteArrayOutputStream out) {
        long rest = value;
        for (; rest > 0x7f; rest >>>= 7) {
            out.write((int) ((rest & 0x7f) | 0x80));
        }
        out.write((int) rest);
    }
}
