package org.posescope.tensor.torch;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.CRC32;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Quoted;
import org.posescope.tensor.pickle.PersistentIds;
import org.posescope.tensor.pickle.PickleReader;

/**
 * The format of PyTorch 1.6 and later: an uncompressed zip file of one folder that holds {@code data.pkl}, the value with
 * references to storages, and each storage as {@code data/KEY}.
 */
final class ZipCheckpoint implements PersistentIds {
    private static final String PICKLE = "/data.pkl";

    private final MemorySegment file;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
    private final Map<String, TorchStorage> storages = new HashMap<>();
    private String folder = "";

    private ZipCheckpoint(MemorySegment file) {
        this.file = file;
    }

    static boolean begins(MemorySegment file) {
        byte[] start = file.asSlice(0, Math.min(4, file.byteSize())).toArray(ValueLayout.JAVA_BYTE);
        return new String(start, StandardCharsets.ISO_8859_1).equals("PK\u0003\u0004");
    }

    /**
     * The value in the file.
     *
     * @param file    mapped, the tensors are views of it
     * @param channel of the same file, for its table of contents; stays open
     */
    static Object read(MemorySegment file, SeekableByteChannel channel) throws IOException, MalformedDataException {
        return new ZipCheckpoint(file).read(channel);
    }

    private Object read(SeekableByteChannel channel) throws IOException, MalformedDataException {
        // Not closed: that would close the channel, which belongs to the caller.
        ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (entries.put(entry.getName(), entry) != null) {
                throw new MalformedDataException("it holds " + Quoted.of(entry.getName()) + " twice");
            }
        }
        folder = folder();
        if (entries.containsKey(folder + "/constants.pkl")) {
            throw new MalformedDataException(
                    "it is a TorchScript program and not a checkpoint; name it with -m and a card");
        }
        requireLittleEndian();
        MemorySegment pickle = content(folder + PICKLE);
        if (checksum(pickle) != entries.get(folder + PICKLE).getCrc()) {
            throw new MalformedDataException("its pickle is damaged (wrong checksum); get the file again");
        }
        return new PickleReader(TorchFunctions.vocabulary(), this).read(pickle.asByteBuffer());
    }

    private String folder() throws MalformedDataException {
        for (String name : entries.keySet()) {
            int slash = name.length() - PICKLE.length();
            if (slash > 0 && name.endsWith(PICKLE) && name.indexOf('/') == slash) {
                return name.substring(0, slash);
            }
        }
        throw new MalformedDataException("it is a zip file but no PyTorch checkpoint (it has no data.pkl)");
    }

    private void requireLittleEndian() throws MalformedDataException {
        String name = folder + "/byteorder";
        if (entries.containsKey(name) && !StandardCharsets.US_ASCII.decode(content(name).asByteBuffer()).toString()
                .equals("little")) {
            throw new MalformedDataException("it was written on a big-endian machine, which is not supported");
        }
    }

    @Override
    public TorchStorage load(Object id) throws MalformedDataException {
        StorageReference reference = StorageReference.of(id);
        TorchStorage storage = reference.storage(storages.get(reference.key()));
        if (!storage.isLocated()) {
            String name = folder + "/data/" + reference.key();
            storage.locate(content(name), OptionalLong.of(entries.get(name).getCrc()));
            storages.put(reference.key(), storage);
        }
        return storage;
    }

    private MemorySegment content(String name) throws MalformedDataException {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null) {
            throw new MalformedDataException("it lacks " + Quoted.of(name) + "; get the file again");
        }
        if (entry.getMethod() != ZipArchiveEntry.STORED) {
            throw new MalformedDataException(
                    "its " + Quoted.of(name) + " is compressed, which PyTorch never does");
        }
        long from = entry.getDataOffset();
        if (from < 0 || entry.getSize() < 0 || entry.getSize() > file.byteSize() - from) {
            throw new MalformedDataException("its " + Quoted.of(name) + " claims to be " + entry.getSize()
                    + " bytes long, more than the file");
        }
        if (name.endsWith(PICKLE) && entry.getSize() > Integer.MAX_VALUE) {
            throw new MalformedDataException("its pickle is longer than 2 GiB");
        }
        return file.asSlice(from, entry.getSize());
    }

    private static long checksum(MemorySegment bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes.asByteBuffer());
        return crc.getValue();
    }
}
