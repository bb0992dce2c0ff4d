package org.posescope.tensor.pickle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Quoted;

/** Stand-ins for the harmless parts of Python's own library that pickles of plain values call. */
public final class PythonFunctions {
    private PythonFunctions() {}

    /** All of them, for a {@link PickleReader}. */
    public static Map<String, PickleFunction> vocabulary() {
        Map<String, PickleFunction> functions = new HashMap<>();
        for (String builtins : List.of("builtins.", "__builtin__.")) {
            functions.put(builtins + "set", PythonFunctions::set);
            functions.put(builtins + "frozenset", PythonFunctions::set);
            functions.put(builtins + "bytes", PythonFunctions::bytes);
            functions.put(builtins + "bytearray", PythonFunctions::bytes);
            functions.put(builtins + "object", (arguments, budget) -> new PickledObject("object"));
        }
        functions.put("collections.OrderedDict", PythonFunctions::orderedDict);
        functions.put("_codecs.encode", PythonFunctions::encode);
        functions.put("copy_reg._reconstructor", PythonFunctions::reconstruct);
        functions.put("copyreg._reconstructor", PythonFunctions::reconstruct);
        return Map.copyOf(functions);
    }

    private static PickleSet set(List<Object> arguments, PickleBudget budget) throws MalformedDataException {
        PickleSet set = new PickleSet();
        set.addAll(arguments.isEmpty() ? List.of() : items(arguments.getFirst()), budget);
        return set;
    }

    private static PickleDict orderedDict(List<Object> arguments, PickleBudget budget) throws MalformedDataException {
        PickleDict dict = new PickleDict();
        for (Object pair : arguments.isEmpty() ? List.of() : items(arguments.getFirst())) {
            List<Object> entry = items(pair);
            if (entry.size() != 2) {
                throw new MalformedDataException("its pickle has an entry of a dictionary that is no pair");
            }
            dict.put(entry.getFirst(), entry.getLast(), budget);
        }
        return dict;
    }

    private static List<Object> items(Object sequence) throws MalformedDataException {
        return sequence instanceof PickleList list ? list.items() : PickleValues.tuple(sequence);
    }

    private static ByteBuffer bytes(List<Object> arguments, PickleBudget budget) throws MalformedDataException {
        return switch (arguments.size()) {
            case 0 -> ByteBuffer.allocate(0).asReadOnlyBuffer();
            case 1 -> PickleValues.bytes(arguments.getFirst());
            default -> encode(arguments, budget);
        };
    }

    /** How Python 3 writes bytes in the protocols of Python 2: as text of the characters 0 to 255. */
    private static ByteBuffer encode(List<Object> arguments, PickleBudget budget) throws MalformedDataException {
        if (arguments.size() != 2 || !(arguments.getFirst() instanceof String text)) {
            throw new MalformedDataException("its pickle encodes what is no text");
        }
        String encoding = PickleValues.text(arguments.getLast());
        if (!encoding.equals("latin1") && !encoding.equals("latin-1")) {
            throw new MalformedDataException("its pickle encodes text as " + Quoted.of(encoding));
        }
        budget.spend(text.length());
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)).asReadOnlyBuffer();
    }

    /** How protocols 0 and 1 make an object that has nothing but attributes: class, {@code object}, None. */
    private static Object reconstruct(List<Object> arguments, PickleBudget budget) throws MalformedDataException {
        if (arguments.size() != 3 || !(arguments.getFirst() instanceof PickleGlobal type)) {
            throw new MalformedDataException("its pickle makes an object of what is no class");
        }
        return type.function().call(List.of(), budget);
    }
}
