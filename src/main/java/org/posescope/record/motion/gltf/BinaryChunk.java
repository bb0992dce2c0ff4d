package org.posescope.record.motion.gltf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The numbers of a file, in parts that are made only when they are written, so that one of them at a time is in memory. */
final class BinaryChunk {
    private static final int ALIGNMENT = 4;

    private final List<Part> parts = new ArrayList<>();
    private long length;

    private record Part(int bytes, Consumer<ByteBuffer> filler) {}

    /**
     * Adds a part at the end.
     *
     * @param bytes  its length, a multiple of 4
     * @param filler writes exactly as many bytes
     */
    void add(int bytes, Consumer<ByteBuffer> filler) {
        if (bytes % ALIGNMENT != 0) {
            throw new IllegalArgumentException(bytes + " bytes are not aligned");
        }
        parts.add(new Part(bytes, filler));
        length += bytes;
    }

    /** Bytes of all parts. */
    long length() {
        return length;
    }

    void write(OutputStream out) throws IOException {
        for (Part part : parts) {
            ByteBuffer buffer = ByteBuffer.allocate(part.bytes).order(ByteOrder.LITTLE_ENDIAN);
            part.filler.accept(buffer);
            if (buffer.hasRemaining()) {
                throw new IllegalStateException(buffer.remaining() + " bytes are missing");
            }
            out.write(buffer.array());
        }
    }
}
