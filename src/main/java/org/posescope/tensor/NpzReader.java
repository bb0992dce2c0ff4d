package org.posescope.tensor;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.posescope.error.UserException;

/**
 * An open {@code .npz} file: a zip file, stored or deflated, of {@code .npy} arrays. Each array is read when it is asked
 * for, so an array that nobody wants costs nothing and can harm nobody. Checksums are verified.
 *
 * <p>Not thread-safe. Whoever opens it closes it; arrays live on. Every method throws {@link UserException} when the file
 * is damaged.
 */
public final class NpzReader implements AutoCloseable {
    /** An array may be this much larger than its compressed form and {@link #FREE_BYTES} more; a zip bomb is not. */
    private static final long MOST_INFLATION = 100;
    private static final long FREE_BYTES = 64L << 20;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;

    /**
     * Opens a file and reads its table of contents.
     *
     * @throws UserException when it is missing, no zip file, or names an array twice
     */
    public NpzReader(Path file) {
        this.file = file;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
        entries = new LinkedHashMap<>();
        zip.stream().forEach(entry -> {
            String name = entry.getName();
            if (entries.put(name.endsWith(".npy") ? name.substring(0, name.length() - 4) : name, entry) != null) {
                close();
                throw new UserException(file + " cannot be read because it holds two arrays named " + Quoted.of(name)
                        + ".");
            }
        });
    }

    /** All arrays of a file. */
    public static Map<String, NdArray> readAll(Path file) {
        try (NpzReader npz = new NpzReader(file)) {
            Map<String, NdArray> arrays = new LinkedHashMap<>();
            npz.names().forEach(name -> arrays.put(name, npz.read(name)));
            return Collections.unmodifiableMap(arrays);
        }
    }

    /** Names of the arrays, in the order of the file. */
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** Type and shape of an array, without reading it. */
    public NpyHeader header(String name) {
        ZipEntry entry = entry(name);
        try (InputStream in = zip.getInputStream(entry)) {
            return NpyReader.readHeader(in);
        } catch (IOException | MalformedDataException e) {
            throw failure(name, e);
        }
    }

    /** An array. */
    public NdArray read(String name) {
        ZipEntry entry = entry(name);
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(new BufferedInputStream(zip.getInputStream(entry)), checksum)) {
            NpyHeader header = NpyReader.readHeader(in);
            if (header.dataBytes() > entry.getCompressedSize() * MOST_INFLATION + FREE_BYTES) {
                throw new MalformedDataException("it claims to be " + header.dataBytes() + " bytes long while it takes "
                        + entry.getCompressedSize() + " in the file");
            }
            NdArray array = NpyReader.readData(header, in);
            if (in.read() != -1) {
                throw new MalformedDataException("it is longer than its shape");
            }
            if (checksum.getValue() != entry.getCrc()) {
                throw new ZipException("wrong checksum");
            }
            return array;
        } catch (IOException | MalformedDataException e) {
            throw failure(name, e);
        }
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new UserException(file + " has no array named " + name + ".");
        }
        return entry;
    }

    private UserException failure(String name, Exception cause) {
        return ReadFailure.of(file, name, cause);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
    }
}
