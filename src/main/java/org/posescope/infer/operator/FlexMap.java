package org.posescope.infer.operator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.posescope.tensor.MalformedDataException;

/**
 * Named numbers as FlexBuffers hold them, the schemaless form of flat buffers: at the end the root, its type and its width in bytes; the
 * values of a map stand one after the other, before them their count, the width of the keys and the way back to these, behind them their
 * types. Numbers and lists of whole numbers are read, other values passed over. Immutable.
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record FlexMap(Map<String, double[]> values) {
    static final FlexMap EMPTY = new FlexMap(Map.of());

    private static final int SIGNED = 1;
    private static final int UNSIGNED = 2;
    private static final int FLOAT = 3;
    private static final int MAP = 9;
    private static final int SIGNED_LIST = 11;

    /** @throws MalformedDataException when the bytes are not a map */
    static FlexMap read(ByteBuffer bytes) throws MalformedDataException {
        ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        try {
            int end = data.limit();
            int type = data.get(end - 2) & 0xFF;
            if (type >> 2 != MAP) {
                throw new MalformedDataException("its options are no map");
            }
            int root = end - 2 - data.get(end - 1);
            return map(data, back(data, root, data.get(end - 1)), 1 << (type & 3));
        } catch (IndexOutOfBoundsException _) {
            throw new MalformedDataException("its options are cut short");
        }
    }

    private static FlexMap map(ByteBuffer data, int first, int width) throws MalformedDataException {
        int count = (int) whole(data, first - width, width);
        int keys = back(data, first - 3 * width, width);
        int keyWidth = (int) whole(data, first - 2 * width, width);
        Map<String, double[]> values = new TreeMap<>();
        for (int k = 0; k < count; k++) {
            String key = text(data, back(data, keys + k * keyWidth, keyWidth));
            int type = data.get(first + count * width + k) & 0xFF;
            int at = first + k * width;
            switch (type >> 2) {
                case SIGNED, UNSIGNED -> values.put(key, new double[] {whole(data, at, width)});
                case FLOAT -> values.put(key, new double[] {fraction(data, at, width)});
                case SIGNED_LIST -> values.put(key, list(data, back(data, at, width), 1 << (type & 3)));
                default -> {
                    // Some other kind of option.
                }
            }
        }
        return new FlexMap(values);
    }

    private static double[] list(ByteBuffer data, int first, int width) throws MalformedDataException {
        double[] numbers = new double[(int) whole(data, first - width, width)];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = whole(data, first + k * width, width);
        }
        return numbers;
    }

    private static int back(ByteBuffer data, int at, int width) throws MalformedDataException {
        return (int) (at - whole(data, at, width));
    }

    private static String text(ByteBuffer data, int at) {
        int end = at;
        while (data.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - at];
        data.get(at, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static long whole(ByteBuffer data, int at, int width) throws MalformedDataException {
        return switch (width) {
            case 1 -> data.get(at) & 0xFF;
            case 2 -> data.getShort(at) & 0xFFFF;
            case 4 -> data.getInt(at);
            default -> throw new MalformedDataException("its options have numbers of " + width + " bytes");
        };
    }

    private static double fraction(ByteBuffer data, int at, int width) throws MalformedDataException {
        return switch (width) {
            case 4 -> data.getFloat(at);
            case 8 -> data.getDouble(at);
            default -> throw new MalformedDataException("its options have fractions of " + width + " bytes");
        };
    }

    double number(String key) throws MalformedDataException {
        return numbers(key)[0];
    }

    /** At least one. */
    double[] numbers(String key) throws MalformedDataException {
        double[] numbers = values.get(key);
        if (numbers == null || numbers.length == 0) {
            throw new MalformedDataException("its option " + key + " is missing");
        }
        return numbers;
    }
}
