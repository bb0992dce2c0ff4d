package org.posescope.tensor.pickle;

/** A class or function that a pickle names and may use; two are equal when they are the same object. */
public final class PickleGlobal {
    private final String name;
    private final PickleFunction function;

    /**
     * @param name with its module, as {@code numpy.ndarray}
     */
    PickleGlobal(String name, PickleFunction function) {
        this.name = name;
        this.function = function;
    }

    /** With its module, as {@code torch.FloatStorage}. */
    public String name() {
        return name;
    }

    PickleFunction function() {
        return function;
    }

    @Override
    public String toString() {
        return name;
    }
}
