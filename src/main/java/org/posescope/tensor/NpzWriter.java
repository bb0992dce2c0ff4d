package org.posescope.tensor;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.posescope.error.UserException;
import org.posescope.error.WriteException;

/**
 * Writes an {@code .npz} file, which numpy reads. The same arrays always give the same bytes. Arrays go to a temporary file
 * beside the target, which {@link #finish} moves into place: a run that fails leaves an older file as it was.
 *
 * <p>Not thread-safe. Whoever makes it closes it. Every method throws {@link UserException} when the file cannot be
 * written, {@link IllegalArgumentException} when an array is given twice.
 */
public final class NpzWriter implements AutoCloseable {
    /** The oldest time that a zip file can name; numpy stamps its entries with it too. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path target;
    private final Path part;
    private final ZipOutputStream zip;
    private final Set<String> names = new HashSet<>();
    private final List<NpyFloatStream> streams = new ArrayList<>();

    /** How hard to try to make the file small. */
    public enum Compression {
        /** As fast as the disk. */
        NONE(Deflater.NO_COMPRESSION),
        /** As small as deflate goes; some ten times slower to write. */
        SMALLEST(Deflater.BEST_COMPRESSION);

        private final int level;

        Compression(int level) {
            this.level = level;
        }
    }

    public NpzWriter(Path target, Compression compression) {
        this.target = target;
        part = target.resolveSibling(target.getFileName() + ".part");
        try {
            zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16));
        } catch (IOException e) {
            throw failure(target, e);
        }
        zip.setLevel(compression.level);
    }

    /** Adds an array. */
    public void write(String name, NdArray array) {
        try {
            begin(name);
            NpyWriter.write(array, zip);
            zip.closeEntry();
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    /**
     * Begins an array of float32 that does not fit in memory at once. It must be closed before the next array begins.
     *
     * @param shape in row-major order, the order in which the numbers are then given
     */
    public NpyFloatStream stream(String name, int... shape) {
        try {
            begin(name);
            zip.write(new NpyHeader(DType.FLOAT32, false, shape).encode());
            long elements = 1;
            for (int side : shape) {
                elements = Math.multiplyExact(elements, side);
            }
            NpyFloatStream stream = new NpyFloatStream(target, zip, elements);
            streams.add(stream);
            return stream;
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    private void begin(String name) throws IOException {
        if (!names.add(name)) {
            throw new IllegalArgumentException("array " + name + " is given twice");
        }
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    /**
     * Completes the file and moves it to its place. Nothing can be added after.
     *
     * @throws IllegalStateException when a streamed array lacks elements
     */
    public void finish() {
        if (!streams.stream().allMatch(NpyFloatStream::isComplete)) {
            throw new IllegalStateException("a streamed array lacks elements");
        }
        try {
            zip.close();
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    /** Without {@link #finish} before it, drops what was written. */
    @Override
    public void close() {
        try {
            zip.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    static UserException failure(Path target, IOException cause) {
        return WriteException.of(target + " cannot be written: check that its folder exists, is writable and has room ("
                + cause.getMessage() + ").", cause);
    }
}
