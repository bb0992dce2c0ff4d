package org.posescope.tensor.torch;

import java.lang.foreign.MemorySegment;
import java.util.OptionalLong;
import java.util.zip.CRC32;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Quoted;

/**
 * The memory that one or more tensors are views of. The pickle names a storage with its type and length; where its bytes lie is
 * known at once in the zip format and after the pickle in the legacy one.
 */
final class TorchStorage {
    private static final int CHUNK_BYTES = 1 << 24;

    private final String key;
    private final TorchType type;
    private final long elements;
    private MemorySegment bytes;
    private OptionalLong unverifiedChecksum = OptionalLong.empty();

    TorchStorage(String key, TorchType type, long elements) {
        this.key = key;
        this.type = type;
        this.elements = elements;
    }

    TorchType type() {
        return type;
    }

    long elements() {
        return elements;
    }

    /** Length of its bytes; the caller has made sure that no file is too short for it. */
    long byteSize() {
        return elements * type.stored().itemSize();
    }

    boolean isLocated() {
        return bytes != null;
    }

    /**
     * Says where the bytes lie.
     *
     * @param checksum CRC-32 of them, if the file has one; it is verified when they are first read
     * @throws MalformedDataException when they are more or fewer than the storage has
     */
    void locate(MemorySegment found, OptionalLong checksum) throws MalformedDataException {
        if (elements > found.byteSize() || byteSize() != found.byteSize()) {
            throw new MalformedDataException("its storage " + Quoted.of(key) + " of " + elements + " x " + type
                    + " has " + found.byteSize() + " bytes");
        }
        bytes = found;
        unverifiedChecksum = checksum;
    }

    /** All bytes, a view of the mapped file. */
    MemorySegment bytes() throws MalformedDataException {
        if (unverifiedChecksum.isPresent()) {
            if (unverifiedChecksum.getAsLong() != checksum()) {
                throw new MalformedDataException(
                        "its storage " + Quoted.of(key) + " is damaged (wrong checksum); get the file again");
            }
            unverifiedChecksum = OptionalLong.empty();
        }
        return bytes;
    }

    private long checksum() {
        CRC32 crc = new CRC32();
        for (long from = 0; from < bytes.byteSize(); from += CHUNK_BYTES) {
            crc.update(bytes.asSlice(from, Math.min(CHUNK_BYTES, bytes.byteSize() - from)).asByteBuffer());
        }
        return crc.getValue();
    }

    @Override
    public String toString() {
        return type.storageClass();
    }
}
