package org.posescope.tensor.pickle;

import java.util.List;
import java.util.Map;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Quoted;

/** The instructions that name classes and make objects of them; every name is looked up in the vocabulary, nowhere else. */
final class PickleCalls {
    private static final int OBJECT_BYTES = 64;

    private final Map<String, PickleFunction> vocabulary;
    private final PickleBudget budget;

    PickleCalls(Map<String, PickleFunction> vocabulary, PickleBudget budget) {
        this.vocabulary = vocabulary;
        this.budget = budget;
    }

    PickleGlobal global(Object module, Object attribute) throws MalformedDataException {
        String name = PickleValues.text(module) + "." + PickleValues.text(attribute);
        PickleFunction function = vocabulary.get(name);
        if (function == null) {
            throw new MalformedDataException("its pickle uses " + Quoted.of(name)
                    + ", which is not among the few classes that are safe to read; nothing of it was run");
        }
        return new PickleGlobal(name, function);
    }

    MalformedDataException refusedExtension(Opcode opcode, int code) {
        return new MalformedDataException("its pickle uses " + opcode + " (extension registry code " + code
                + "), a class known only to the program that wrote it");
    }

    Object call(Object callable, Object arguments) throws MalformedDataException {
        return call(callable, PickleValues.tuple(arguments));
    }

    Object call(Object callable, List<Object> arguments) throws MalformedDataException {
        if (!(callable instanceof PickleGlobal global)) {
            throw new MalformedDataException("its pickle calls what is no class");
        }
        budget.spend(OBJECT_BYTES);
        return global.function().call(arguments, budget);
    }

    Object callWithoutKeywords(Object callable, Object arguments, Object keywords) throws MalformedDataException {
        if (!(keywords instanceof PickleDict dict) || !dict.entries().isEmpty()) {
            throw new MalformedDataException("its pickle calls a class with named arguments");
        }
        return call(callable, arguments);
    }

    /** The first item is the class, the others its arguments. */
    Object instantiate(List<Object> items) throws MalformedDataException {
        if (items.isEmpty()) {
            throw new MalformedDataException("its pickle calls what is no class");
        }
        return call(items.getFirst(), items.subList(1, items.size()));
    }

    void build(Object object, Object state) throws MalformedDataException {
        if (!(object instanceof Stateful stateful)) {
            throw new MalformedDataException("its pickle fills a value that cannot be filled");
        }
        stateful.setState(state);
    }
}
