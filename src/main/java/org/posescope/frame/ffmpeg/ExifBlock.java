package org.posescope.frame.ffmpeg;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the Exif data of a picture, which have the form of a TIFF file: in JPEG, PNG and WebP files, and of TIFF the file itself. */
final class ExifBlock {
    private static final int HEAD = 12;
    /** Nothing longer is read; a segment of a JPEG file has less than 64 KiB. */
    private static final int LONGEST = 1 << 20;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private final RandomAccessFile file;

    private ExifBlock(RandomAccessFile file) {
        this.file = file;
    }

    /** Empty where there are none, or the file ends before them. */
    static Optional<ByteBuffer> of(Path path) throws IOException {
        // No channel: an interrupt, which only asks for the end of the work, would close it and look like a file that cannot be read.
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            return new ExifBlock(file).find();
        } catch (EOFException damaged) {
            return Optional.empty();
        }
    }

    private Optional<ByteBuffer> find() throws IOException {
        ByteBuffer head = read(0, HEAD);
        int magic = head.getInt(0);
        if (magic >>> 16 == 0xFFD8) {
            return jpeg();
        }
        if (magic == 0x89504E47) {
            return chunks(8, ByteOrder.BIG_ENDIAN, "eXIf");
        }
        if (magic == 0x52494646 && head.getInt(8) == 0x57454250) {
            return chunks(HEAD, ByteOrder.LITTLE_ENDIAN, "EXIF");
        }
        return magic == 0x49492A00 || magic == 0x4D4D002A
                ? Optional.of(read(0, (int) Math.min(LONGEST, file.length())))
                : Optional.empty();
    }

    /** Segments follow each other until the pixels begin. */
    private Optional<ByteBuffer> jpeg() throws IOException {
        long at = 2;
        while (true) {
            ByteBuffer head = read(at, 4);
            int marker = Short.toUnsignedInt(head.getShort(0));
            int length = Short.toUnsignedInt(head.getShort(2));
            if (marker < 0xFFC0 || marker == 0xFFDA || length < 2) {
                return Optional.empty();
            }
            if (marker == 0xFFE1 && length > EXIF.length + 2) {
                ByteBuffer segment = read(at + 4, length - 2);
                Optional<ByteBuffer> exif = withoutName(segment);
                if (exif.isPresent()) {
                    return exif;
                }
            }
            at += 2 + length;
        }
    }

    private static Optional<ByteBuffer> withoutName(ByteBuffer segment) {
        return segment.slice(0, Math.min(EXIF.length, segment.limit())).equals(ByteBuffer.wrap(EXIF))
                ? Optional.of(segment.slice(EXIF.length, segment.limit() - EXIF.length))
                : Optional.empty();
    }

    /** Chunks of PNG have their length before their name and a checksum behind, those of RIFF their name first and an even length. */
    private Optional<ByteBuffer> chunks(long first, ByteOrder order, String wanted) throws IOException {
        boolean png = order == ByteOrder.BIG_ENDIAN;
        long at = first;
        while (at + 8 <= file.length()) {
            ByteBuffer head = read(at, 8).order(order);
            long length = Integer.toUnsignedLong(head.getInt(png ? 0 : 4));
            String name = StandardCharsets.US_ASCII.decode(head.slice(png ? 4 : 0, 4)).toString();
            if (name.equals(wanted) && length <= LONGEST) {
                ByteBuffer block = read(at + 8, (int) length);
                return Optional.of(withoutName(block).orElse(block));
            }
            at += 8 + length + (png ? 4 : length % 2);
        }
        return Optional.empty();
    }

    private ByteBuffer read(long at, int count) throws IOException {
        byte[] bytes = new byte[count];
        file.seek(at);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }
}
