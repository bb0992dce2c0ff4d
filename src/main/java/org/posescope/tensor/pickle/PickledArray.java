package org.posescope.tensor.pickle;

import java.util.List;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;

/** A {@code numpy.ndarray} on its way out of a pickle. What is wrong with it shows only when it is asked for. */
public final class PickledArray implements Stateful {
    private List<Object> state = List.of();

    PickledArray() {}

    /** The array with this data, of {@code numpy._core.numeric._frombuffer}. */
    PickledArray(Object data, Object dtype, Object shape, boolean fortranOrder) {
        state = List.of(1L, shape, dtype, fortranOrder, data);
    }

    /** Takes version (missing in the oldest files), shape, type, whether in Fortran order, and bytes. */
    @Override
    public void setState(Object newState) throws MalformedDataException {
        state = PickleValues.tuple(newState);
    }

    /**
     * The array, a view of the pickle's data.
     *
     * @throws MalformedDataException when it is incomplete, of an unsupported type, or its data is not of its shape
     */
    public NdArray array() throws MalformedDataException {
        if (state.size() < 4) {
            throw new MalformedDataException("its pickle holds an incomplete array");
        }
        List<Object> parts = state.subList(state.size() - 4, state.size());
        if (!(parts.get(1) instanceof PickledDtype dtype)) {
            throw new MalformedDataException("its pickle holds an array without a type");
        }
        return NdArray.checked(dtype.dtype(), PickleValues.integers(parts.get(0)), PickleValues.truth(parts.get(2)),
                PickleValues.bytes(parts.get(3)));
    }

    @Override
    public String toString() {
        return "numpy.ndarray";
    }
}
