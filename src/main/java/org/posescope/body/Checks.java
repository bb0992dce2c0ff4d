package org.posescope.body;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;

/** What arrays out of a file have to be. */
final class Checks {
    /** Stands for a side of any length. */
    static final int ANY = -1;

    private Checks() {}

    static void requireShape(int[] found, int... sides) throws MalformedDataException {
        boolean fits = found.length == sides.length;
        for (int axis = 0; fits && axis < sides.length; axis++) {
            fits = sides[axis] == ANY || sides[axis] == found[axis];
        }
        if (!fits) {
            throw new MalformedDataException("it is of shape " + text(found) + " where " + text(sides) + " is needed");
        }
    }

    private static String text(int... sides) {
        return Arrays.stream(sides).mapToObj(side -> side == ANY ? "any" : Integer.toString(side))
                .collect(Collectors.joining(" x ", "(", ")"));
    }

    static NdArray requireNumbers(NdArray array) throws MalformedDataException {
        if (!array.dtype().isNumeric()) {
            throw new MalformedDataException("it holds text, not numbers");
        }
        return array;
    }

    static float[] requireFinite(float[] values) throws MalformedDataException {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new MalformedDataException("it holds the value " + value);
            }
        }
        return values;
    }

    /** The elements of an array of whole numbers in the range of int, whatever its type. */
    static int[] wholeNumbers(NdArray array) throws MalformedDataException {
        try {
            return requireNumbers(array).toInts();
        } catch (ArithmeticException e) {
            throw new MalformedDataException("it should hold small whole numbers only: " + e.getMessage());
        }
    }
}
