package org.posescope.quantize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;

import org.posescope.tensor.Tensor;

/**
 * What a network was given, picture by picture, kept in a file because it may be more than fits into memory. A quarter of the pictures,
 * spread over all of them, is held apart from calibration for the comparison with float.
 */
final class SeenInputs implements AutoCloseable {
    private static final int PARTS = 4;
    private static final int MOST_APART = 16;
    /** Of fewer pictures all serve for both. */
    private static final int FEW = 2 * PARTS;

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

    /** The pictures to calibrate with. */
    IntStream calibrating() {
        return IntStream.range(0, count).filter(picture -> !isApart(picture));
    }

    /** The pictures to compare with. */
    IntStream comparing() {
        return IntStream.range(0, count).filter(picture -> apart() == 0 || isApart(picture));
    }

    /** How many are for the comparison only. */
    int apart() {
        return count < FEW ? 0 : Math.min(count / PARTS, MOST_APART);
    }

    private boolean isApart(int picture) {
        return (picture + 1L) * apart() / count > (long) picture * apart() / count;
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
