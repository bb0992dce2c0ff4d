package org.posescope.tensor.pickle;

import java.util.List;

import org.posescope.tensor.DType;
import org.posescope.tensor.MalformedDataException;

/** A {@code numpy.dtype}: its constructor gets kind and size, its state the byte order. */
final class PickledDtype implements Stateful {
    private final String kindAndSize;
    private String order = "";

    PickledDtype(String kindAndSize) {
        this.kindAndSize = kindAndSize;
    }

    @Override
    public void setState(Object state) throws MalformedDataException {
        List<Object> parts = PickleValues.tuple(state);
        if (parts.size() < 2) {
            throw new MalformedDataException("its pickle holds an incomplete numpy type");
        }
        order = PickleValues.text(parts.get(1));
    }

    DType dtype() throws MalformedDataException {
        return DType.parse(order + kindAndSize);
    }

    @Override
    public String toString() {
        return "numpy.dtype";
    }
}
