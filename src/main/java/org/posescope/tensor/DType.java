package org.posescope.tensor;

import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of an array's elements, as numpy names it: {@code <f4}, {@code >i8}, {@code |b1}, {@code <U7}.
 *
 * @param kind     what an element is
 * @param itemSize bytes of one element, from 1
 * @param order    of the bytes in an element; without meaning for single bytes and {@link Kind#BYTES}
 */
public record DType(Kind kind, int itemSize, ByteOrder order) {
    public static final DType FLOAT16 = new DType(Kind.FLOAT, Short.BYTES, ByteOrder.LITTLE_ENDIAN);
    public static final DType FLOAT32 = new DType(Kind.FLOAT, Float.BYTES, ByteOrder.LITTLE_ENDIAN);
    public static final DType FLOAT64 = new DType(Kind.FLOAT, Double.BYTES, ByteOrder.LITTLE_ENDIAN);
    public static final DType INT32 = new DType(Kind.INT, Integer.BYTES, ByteOrder.LITTLE_ENDIAN);
    public static final DType INT64 = new DType(Kind.INT, Long.BYTES, ByteOrder.LITTLE_ENDIAN);

    /** Bytes of a character in {@link Kind#TEXT}: numpy stores UTF-32. */
    static final int CHARACTER_BYTES = Integer.BYTES;

    private static final Pattern DESCR = Pattern.compile("([<>|=]?)([a-zA-Z])([0-9]{1,9})");

    /** The kinds of element that can be read; numpy's other kinds (complex, dates, objects, records) cannot. */
    public enum Kind {
        BOOL('b'), INT('i'), UINT('u'), FLOAT('f'), BYTES('S'), TEXT('U');

        private final char code;

        Kind(char code) {
            this.code = code;
        }

        private boolean allowsItemSize(int bytes) {
            return switch (this) {
                case BOOL -> bytes == 1;
                case INT, UINT -> bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
                case FLOAT -> bytes == 2 || bytes == 4 || bytes == 8;
                case BYTES -> bytes > 0;
                case TEXT -> bytes > 0 && bytes % CHARACTER_BYTES == 0;
            };
        }
    }

    public DType {
        if (!kind.allowsItemSize(itemSize)) {
            throw new IllegalArgumentException(kind + " of " + itemSize + " bytes");
        }
    }

    /**
     * The type with a name of numpy's; without a byte order it is little-endian.
     *
     * @throws MalformedDataException when it is no name of a type that can be read; it repeats the name
     */
    public static DType parse(String descr) throws MalformedDataException {
        Matcher match = DESCR.matcher(descr);
        if (match.matches()) {
            ByteOrder order = match.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            for (Kind kind : Kind.values()) {
                int scale = kind == Kind.TEXT ? CHARACTER_BYTES : 1;
                long itemSize = Long.parseLong(match.group(3)) * scale;
                if (kind.code == match.group(2).charAt(0) && itemSize <= Integer.MAX_VALUE
                        && kind.allowsItemSize((int) itemSize)) {
                    return new DType(kind, (int) itemSize, order);
                }
            }
        }
        throw new MalformedDataException(
                "it has elements of type '" + Quoted.of(descr) + "', not numbers, truth values or text");
    }

    /** The name that {@link #parse} takes. */
    public String descr() {
        int length = kind == Kind.TEXT ? itemSize / CHARACTER_BYTES : itemSize;
        return "" + orderCode() + kind.code + length;
    }

    private char orderCode() {
        if (itemSize == 1 || kind == Kind.BYTES) {
            return '|';
        }
        return order == ByteOrder.BIG_ENDIAN ? '>' : '<';
    }

    /** Whether elements are numbers or truth values. */
    public boolean isNumeric() {
        return kind != Kind.BYTES && kind != Kind.TEXT;
    }

    @Override
    public String toString() {
        return descr();
    }
}
