package org.posescope.tensor.pickle;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.posescope.tensor.DType;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;

/** Stand-ins for what pickles of numpy's arrays and numbers call; numpy 2 moved its core. */
public final class NumpyFunctions {
    private NumpyFunctions() {}

    /** All of them, for a {@link PickleReader}; arrays become {@link PickledArray}, single numbers Java's. */
    public static Map<String, PickleFunction> vocabulary() {
        Map<String, PickleFunction> functions = new HashMap<>();
        for (String core : List.of("numpy.core.", "numpy._core.")) {
            functions.put(core + "multiarray._reconstruct", (arguments, budget) -> new PickledArray());
            functions.put(core + "multiarray.scalar", NumpyFunctions::scalar);
            functions.put(core + "numeric._frombuffer", NumpyFunctions::fromBuffer);
        }
        functions.put("numpy.ndarray", (arguments, budget) -> new PickledArray());
        functions.put("numpy.dtype", NumpyFunctions::dtype);
        return Map.copyOf(functions);
    }

    private static PickledDtype dtype(List<Object> arguments, PickleBudget budget) throws MalformedDataException {
        return new PickledDtype(PickleValues.text(argument(arguments, 0)));
    }

    private static Object scalar(List<Object> arguments, PickleBudget budget) throws MalformedDataException {
        if (!(argument(arguments, 0) instanceof PickledDtype dtype)) {
            throw new MalformedDataException("its pickle holds a number without a type");
        }
        DType type = dtype.dtype();
        ByteBuffer bytes = PickleValues.bytes(argument(arguments, 1));
        budget.spend(bytes.remaining());
        NdArray array = NdArray.checked(type, new long[0], false, bytes);
        return switch (type.kind()) {
            case BOOL -> array.getLong(0) != 0;
            case INT, UINT -> array.getLong(0);
            case FLOAT -> array.getDouble(0);
            case BYTES, TEXT -> array.getText(0);
        };
    }

    private static PickledArray fromBuffer(List<Object> arguments, PickleBudget budget) throws MalformedDataException {
        boolean fortranOrder = PickleValues.text(argument(arguments, 3)).equals("F");
        return new PickledArray(arguments.get(0), arguments.get(1), arguments.get(2), fortranOrder);
    }

    private static Object argument(List<Object> arguments, int position) throws MalformedDataException {
        if (position >= arguments.size()) {
            throw new MalformedDataException("its pickle makes an array of too few parts");
        }
        return arguments.get(position);
    }
}
