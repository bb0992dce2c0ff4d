package org.posescope.tensor.torch;

import java.io.EOFException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Quoted;
import org.posescope.tensor.pickle.PersistentIds;
import org.posescope.tensor.pickle.PickleList;
import org.posescope.tensor.pickle.PickleReader;
import org.posescope.tensor.pickle.PickleValues;

/**
 * The format before PyTorch 1.6: a row of pickles (magic number, version, the machine's properties, the value, the keys of
 * its storages), then for each key the number of its elements, eight bytes, and the elements.
 */
final class LegacyCheckpoint implements PersistentIds {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final long VERSION = 1001;
    private static final ValueLayout.OfLong COUNT = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment file;
    private final Map<String, TorchStorage> storages = new HashMap<>();

    private LegacyCheckpoint(MemorySegment file) {
        this.file = file;
    }

    /** The value in the file; tensors are views of it. */
    static Object read(MemorySegment file) throws EOFException, MalformedDataException {
        return new LegacyCheckpoint(file).read();
    }

    private Object read() throws EOFException, MalformedDataException {
        ByteBuffer pickles = file.asSlice(0, Math.min(file.byteSize(), Integer.MAX_VALUE)).asByteBuffer();
        PickleReader reader = new PickleReader(TorchFunctions.vocabulary(), this);
        if (!reader.read(pickles).equals(MAGIC)) {
            throw new MalformedDataException("it is a pickle but no PyTorch checkpoint");
        }
        if (PickleValues.integer(reader.read(pickles)) != VERSION) {
            throw new MalformedDataException("it is a PyTorch checkpoint of an unknown version");
        }
        Object littleEndian = PickleValues.dict(reader.read(pickles)).get("little_endian").orElse(true);
        if (!PickleValues.truth(littleEndian)) {
            throw new MalformedDataException("it was written on a big-endian machine, which is not supported");
        }
        Object value = reader.read(pickles);
        if (!(reader.read(pickles) instanceof PickleList keys)) {
            throw new MalformedDataException("it has no list of its storages");
        }
        locate(keys.items(), pickles.position());
        return value;
    }

    @Override
    public TorchStorage load(Object id) throws MalformedDataException {
        StorageReference reference = StorageReference.of(id);
        TorchStorage storage = reference.storage(storages.get(reference.key()));
        if (storage.elements() > file.byteSize()) {
            throw new MalformedDataException("it has a storage of " + storage.elements()
                    + " elements, more than the file has bytes");
        }
        storages.put(reference.key(), storage);
        return storage;
    }

    private void locate(List<Object> keys, long start) throws EOFException, MalformedDataException {
        long at = start;
        for (Object item : keys) {
            String key = PickleValues.text(item);
            TorchStorage storage = storages.get(key);
            if (storage == null || storage.isLocated()) {
                throw new MalformedDataException("its list of storages names the unexpected " + Quoted.of(key));
            }
            long end = at + Long.BYTES + storage.byteSize();
            if (end > file.byteSize()) {
                throw new EOFException();
            }
            if (file.get(COUNT, at) != storage.elements()) {
                throw new MalformedDataException("its storage " + Quoted.of(key) + " is of another length than "
                        + storage.elements() + " elements");
            }
            storage.locate(file.asSlice(at + Long.BYTES, storage.byteSize()), OptionalLong.empty());
            at = end;
        }
        for (TorchStorage storage : storages.values()) {
            if (!storage.isLocated()) {
                throw new MalformedDataException("one of its storages is missing; get the file again");
            }
        }
    }
}
