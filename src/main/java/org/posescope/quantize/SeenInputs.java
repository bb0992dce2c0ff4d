package org.posescope.quantize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.posescope.tensor.Tensor;

/** What a network was given, picture by picture, kept in a file because it may be more than fits into memory. */
final class SeenInputs implements AutoCloseable {
    private final FileChannel file;
    private final int most;
    private final int[] shape;
    private final int bytes;
    private int count;

    /**
     * Makes the file, which is deleted when this is closed.
     *
     * @param shape of one picture with its batch of one
     * @param most  pictures; any further ones are passed over
     */
    SeenInputs(Path path, int[] shape, int most) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        this.shape = shape.clone();
        this.bytes = Math.multiplyExact(Tensor.elements(shape), Float.BYTES);
        this.most = most;
    }

    /** @throws UncheckedIOException when the file cannot be written */
    void add(Tensor batch) {
        for (int picture = 0; picture < batch.dimension(0) && !isFull(); picture++) {
            ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
            buffer.asFloatBuffer().put(batch.data().slice(picture * (bytes / Float.BYTES), bytes / Float.BYTES));
            try {
                for (long at = (long) count * bytes; buffer.hasRemaining();) {
                    at += file.write(buffer, at);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            count++;
        }
    }

    boolean isFull() {
        return count >= most;
    }

    int count() {
        return count;
    }

    /** One picture as a batch of one, in memory of its own. */
    Tensor read(int picture) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        for (long at = (long) picture * bytes; buffer.hasRemaining();) {
            int read = file.read(buffer, at);
            if (read < 0) {
                throw new IOException("the file of inputs was cut off");
            }
            at += read;
        }
        return Tensor.of(buffer.flip().asFloatBuffer(), shape);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
