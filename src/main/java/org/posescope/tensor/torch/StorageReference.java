package org.posescope.tensor.torch;

import java.util.List;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Quoted;
import org.posescope.tensor.pickle.PickleGlobal;
import org.posescope.tensor.pickle.PickleNone;
import org.posescope.tensor.pickle.PickleValues;

/**
 * What a checkpoint's pickle says of a storage: a tuple of {@code 'storage'}, class, key, device, number of elements, and in
 * the legacy format the part of another storage that it is, which PyTorch has not written since 0.4.
 */
record StorageReference(TorchType type, String key, long elements) {
    private static final int PARTS = 5;

    static StorageReference of(Object persistentId) throws MalformedDataException {
        List<Object> parts = PickleValues.tuple(persistentId);
        if (parts.size() < PARTS || !PickleValues.text(parts.get(0)).equals("storage")) {
            throw new MalformedDataException("its pickle refers to something other than a storage");
        }
        if (parts.size() > PARTS && parts.get(PARTS) != PickleNone.NONE) {
            throw new MalformedDataException("it was written by a PyTorch before 0.4, which is not supported");
        }
        long elements = PickleValues.integer(parts.get(4));
        if (elements < 0) {
            throw new MalformedDataException("it has a storage of " + elements + " elements");
        }
        return new StorageReference(type(parts.get(1)), PickleValues.text(parts.get(2)), elements);
    }

    private static TorchType type(Object storageClass) throws MalformedDataException {
        String name = storageClass instanceof PickleGlobal global ? global.name() : storageClass.toString();
        return TorchType.ofStorageClass(name).orElseThrow(
                () -> new MalformedDataException("it has a storage of the unknown class " + Quoted.of(name)));
    }

    /** The one storage of this key, or a new one. */
    TorchStorage storage(TorchStorage known) throws MalformedDataException {
        if (known == null) {
            return new TorchStorage(key, type, elements);
        }
        if (known.type() != type || known.elements() != elements) {
            throw new MalformedDataException("its storage " + Quoted.of(key) + " is described in two ways");
        }
        return known;
    }
}
