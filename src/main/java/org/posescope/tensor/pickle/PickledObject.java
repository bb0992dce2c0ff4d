package org.posescope.tensor.pickle;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.posescope.tensor.MalformedDataException;

/** An object of a class that is nothing but its attributes. */
public final class PickledObject implements Stateful {
    private final String className;
    private PickleDict attributes = new PickleDict();

    PickledObject(String className) {
        this.className = className;
    }

    /** A vocabulary of such classes, named with their modules. */
    public static Map<String, PickleFunction> classes(String... names) {
        return Arrays.stream(names).collect(
                Collectors.toUnmodifiableMap(Function.identity(),
                        name -> (arguments, budget) -> new PickledObject(name)));
    }

    /** With its module. */
    public String className() {
        return className;
    }

    /** The value of an attribute. */
    public Optional<Object> get(String attribute) {
        return attributes.get(attribute);
    }

    @Override
    public void setState(Object state) throws MalformedDataException {
        attributes = PickleValues.dict(state);
    }

    @Override
    public String toString() {
        return className;
    }
}
