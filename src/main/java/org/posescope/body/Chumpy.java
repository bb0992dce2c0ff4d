package org.posescope.body;

import java.util.ArrayDeque;
import java.util.Deque;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.pickle.PickleValues;
import org.posescope.tensor.pickle.PickledArray;
import org.posescope.tensor.pickle.PickledObject;

/**
 * The values of chumpy's objects, the autodifferentiation library that SMPL was trained with. {@code Ch} holds an array in
 * its attribute {@code x}; {@code Select} takes the items {@code idxs} of another object {@code a}, flattened, and gives
 * them the shape {@code preferred_shape} (chumpy's {@code ch.py} and {@code reordering.py}).
 */
final class Chumpy {
    private static final String CH = "chumpy.ch.Ch";
    private static final String SELECT = "chumpy.reordering.Select";

    static final String[] CLASSES = {CH, SELECT};

    private static final int DEEPEST = 16;

    private Chumpy() {}

    /**
     * The value of an array or chumpy object.
     *
     * @throws MalformedDataException when it is something else
     */
    static NdArray value(Object object) throws MalformedDataException {
        Deque<PickledObject> selections = new ArrayDeque<>();
        Object inner = object;
        for (int depth = 0; inner instanceof PickledObject chumpy; depth++) {
            if (depth == DEEPEST) {
                throw new MalformedDataException("it nests chumpy objects more than " + DEEPEST + " deep");
            }
            if (chumpy.className().equals(SELECT)) {
                selections.push(chumpy);
            }
            inner = attribute(chumpy, chumpy.className().equals(SELECT) ? "a" : "x");
        }
        if (!(inner instanceof PickledArray pickled)) {
            throw new MalformedDataException("it is no array");
        }
        NdArray array = pickled.array();
        while (!selections.isEmpty()) {
            array = select(array, selections.pop());
        }
        return array;
    }

    private static NdArray select(NdArray from, PickledObject selection) throws MalformedDataException {
        if (!(attribute(selection, "idxs") instanceof PickledArray indexArray)) {
            throw new MalformedDataException("its selection has no array of indices");
        }
        int[] indices = Checks.wholeNumbers(indexArray.array());
        double[] selected = new double[indices.length];
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || indices[i] >= from.size()) {
                throw new MalformedDataException("it selects item " + indices[i] + " of " + from.size());
            }
            selected[i] = from.getDouble(indices[i]);
        }
        long[] shape = selection.get("preferred_shape").isEmpty()
                ? new long[] {indices.length}
                : PickleValues.integers(attribute(selection, "preferred_shape"));
        NdArray flat = NdArray.of(selected, selected.length);
        return NdArray.checked(flat.dtype(), shape, false, flat.data());
    }

    private static Object attribute(PickledObject object, String name) throws MalformedDataException {
        return object.get(name).orElseThrow(
                () -> new MalformedDataException("its " + object.className() + " has no attribute " + name));
    }
}
