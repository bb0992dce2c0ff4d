package org.posescope.record.video;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Remembers how a file looked before its end was written, because an end that does not fit on the disk must not spoil what
 * is there. Finishing an MP4 overwrites its header and appends an index, so the first bytes and the length are enough.
 */
final class UnfinishedFile {
    private static final int HEADER_BYTES = 4096;

    private final Path file;
    private final byte[] header;
    private final long length;

    private UnfinishedFile(Path file, byte[] header, long length) {
        this.file = file;
        this.header = header;
        this.length = length;
    }

    static UnfinishedFile remember(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new UnfinishedFile(file, in.readNBytes(HEADER_BYTES), Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read back " + file, e);
        }
    }

    /** Makes the file what it was. */
    void restore() {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(length);
            out.write(header);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot restore " + file, e);
        }
    }
}
