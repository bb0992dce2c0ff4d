package org.posescope.tensor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.ZipOutputStream;

/** The elements of one float32 array on their way into a file; made by {@link NpzWriter#stream}. */
public final class NpyFloatStream implements AutoCloseable {
    private final Path target;
    private final ZipOutputStream zip;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private long missing;

    NpyFloatStream(Path target, ZipOutputStream zip, long elements) {
        this.target = target;
        this.zip = zip;
        this.missing = elements;
    }

    /**
     * Adds the next elements.
     *
     * @throws IllegalStateException when they are more than the shape holds
     */
    public void write(float[] values) {
        missing -= values.length;
        if (missing < 0) {
            throw new IllegalStateException("more elements than the shape holds");
        }
        int from = 0;
        while (from < values.length) {
            int count = Math.min(values.length - from, bytes.capacity() / Float.BYTES);
            bytes.clear().asFloatBuffer().put(values, from, count);
            flush(count * Float.BYTES);
            from += count;
        }
    }

    private void flush(int length) {
        try {
            zip.write(bytes.array(), 0, length);
        } catch (IOException e) {
            throw NpzWriter.failure(target, e);
        }
    }

    boolean isComplete() {
        return missing == 0;
    }

    /** Ends the array. */
    @Override
    public void close() {
        try {
            zip.closeEntry();
        } catch (IOException e) {
            throw NpzWriter.failure(target, e);
        }
    }
}
