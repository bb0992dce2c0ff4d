package org.posescope.tensor.pickle;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Quoted;

/** What a value out of a pickle has to be; each method throws {@link MalformedDataException} when it is not. */
public final class PickleValues {
    private PickleValues() {}

    /** Text; bytes are taken as Latin-1, which is what Python 2 used for names. */
    public static String text(Object value) throws MalformedDataException {
        return switch (value) {
            case String text -> text;
            case ByteBuffer bytes -> PickleLiterals.latin1(bytes);
            default -> throw unexpected("text", value);
        };
    }

    public static ByteBuffer bytes(Object value) throws MalformedDataException {
        if (value instanceof ByteBuffer bytes) {
            return bytes.duplicate();
        }
        throw unexpected("bytes", value);
    }

    /** A whole number of 64 bits. */
    public static long integer(Object value) throws MalformedDataException {
        if (value instanceof Long number) {
            return number;
        }
        throw unexpected("a whole number", value);
    }

    public static boolean truth(Object value) throws MalformedDataException {
        return switch (value) {
            case Boolean truth -> truth;
            case Long number -> number != 0;
            default -> throw unexpected("a truth value", value);
        };
    }

    public static List<Object> tuple(Object value) throws MalformedDataException {
        if (value instanceof PickleTuple tuple) {
            return tuple.items();
        }
        throw unexpected("a tuple", value);
    }

    public static PickleDict dict(Object value) throws MalformedDataException {
        if (value instanceof PickleDict dict) {
            return dict;
        }
        throw unexpected("a dictionary", value);
    }

    /** A tuple of whole numbers. */
    public static long[] integers(Object value) throws MalformedDataException {
        List<Object> items = tuple(value);
        long[] numbers = new long[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = integer(items.get(i));
        }
        return numbers;
    }

    private static MalformedDataException unexpected(String wanted, Object value) {
        return new MalformedDataException("its pickle holds " + kind(value) + " where " + wanted + " should be");
    }

    /** What a value is, in Python's words. */
    static String kind(Object value) {
        return switch (value) {
            case String text -> "a str";
            case ByteBuffer bytes -> "bytes";
            case Long number -> "an int";
            case BigInteger number -> "an int beyond 64 bits";
            case Double number -> "a float";
            case Boolean truth -> "a bool";
            case PickleNone none -> "None";
            default -> "a " + Quoted.of(value.toString());
        };
    }
}
