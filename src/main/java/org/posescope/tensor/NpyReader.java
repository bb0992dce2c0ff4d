package org.posescope.tensor;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.posescope.error.UserException;

/**
 * Reads numpy's {@code .npy} format, versions 1.0, 2.0 and 3.0. No more memory is taken than the file has bytes, whatever
 * its header claims. Arrays of Python objects are refused: they would be programs to run.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
 */
public final class NpyReader {
    private static final int LONGEST_HEADER = 0xFFFF;

    private NpyReader() {}

    /**
     * The array in a file.
     *
     * @throws UserException when the file is missing, no {@code .npy} file, damaged, or of an unsupported type
     */
    public static NdArray read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in);
        } catch (IOException | MalformedDataException e) {
            throw ReadFailure.of(file, e);
        }
    }

    /** The array at the stream's position; the stream is left behind its last byte. */
    static NdArray read(InputStream in) throws IOException, MalformedDataException {
        NpyHeader header = readHeader(in);
        return readData(header, in);
    }

    static NdArray readData(NpyHeader header, InputStream in) throws IOException {
        ByteBuffer data = ByteBuffer.wrap(readFully(in, header.dataBytes()));
        return new NdArray(header.dtype(), header.shape(), header.isFortranOrder(), data);
    }

    static NpyHeader readHeader(InputStream in) throws IOException, MalformedDataException {
        byte[] start = in.readNBytes(NpyHeader.MAGIC.length + 2);
        if (!Arrays.equals(NpyHeader.MAGIC, 0, NpyHeader.MAGIC.length, start, 0,
                Math.min(start.length, NpyHeader.MAGIC.length))) {
            throw new MalformedDataException("it is no array in numpy's npy format");
        }
        if (start.length < NpyHeader.MAGIC.length + 2) {
            throw new EOFException();
        }
        int major = start[NpyHeader.MAGIC.length];
        if (major < 1 || major > 3) {
            throw new MalformedDataException("it is of the unknown npy version " + major);
        }
        long length = littleEndian(readFully(in, major == 1 ? Short.BYTES : Integer.BYTES));
        if (length > LONGEST_HEADER) {
            throw new MalformedDataException("its header claims a length of " + length + " bytes");
        }
        byte[] text = readFully(in, (int) length);
        return NpyHeaderParser
                .parse(new String(text, major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    }

    private static long littleEndian(byte[] bytes) {
        long value = 0;
        for (int i = bytes.length - 1; i >= 0; i--) {
            value = value << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
        }
        return value;
    }

    /** Grows with the bytes that come, not with those that are promised. */
    private static byte[] readFully(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
