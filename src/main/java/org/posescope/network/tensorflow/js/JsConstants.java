package org.posescope.network.tensorflow.js;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

import org.posescope.network.tensorflow.Constant;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;

/** What is known before a picture is seen: the weights, and the shapes that a file computes out of them. */
final class JsConstants {
    private static final int MOST_SIDES = 16;
    private static final List<String> MASKS = List.of("begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask",
            "shrink_axis_mask");

    /** Far more than any network that runs in real time has; one array may be taken many times. */
    private static final long MOST_NUMBERS = 1L << 26;

    private final Map<String, NdArray> arrays;
    private long numbers;

    JsConstants(Map<String, NdArray> weights) {
        arrays = new HashMap<>(weights);
    }

    /** Whether an operation gives a constant, or takes nothing; if so its result is known from now on. */
    boolean compute(JsNode node) throws MalformedDataException {
        switch (node.kind()) {
            case "Const" -> {
                if (!arrays.containsKey(node.name())) {
                    throw node.wrong("has no weights");
                }
                return true;
            }
            case "Placeholder" -> {
                return true;
            }
            case "SparseToDense" -> arrays.put(node.name(), dense(node));
            case "Add", "AddV2", "Mul" -> {
                if (!arrays.containsKey(node.input(0)) || !arrays.containsKey(node.input(1))) {
                    return false;
                }
                arrays.put(node.name(), together(node));
            }
            case "StridedSlice" -> {
                if (!arrays.containsKey(node.input(0))) {
                    return false;
                }
                arrays.put(node.name(), part(node));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A list of numbers, all the same but for some that are named with their places. */
    private NdArray dense(JsNode node) throws MalformedDataException {
        int[] places = ints(node, 0);
        int[] size = ints(node, 1);
        int[] values = ints(node, 2);
        int[] usual = ints(node, 3);
        if (size.length != 1 || size[0] < 0 || size[0] > MOST_SIDES || places.length != values.length
                || usual.length != 1) {
            throw node.wrong("makes more than a list of numbers, which is not known here");
        }
        int[] list = new int[size[0]];
        Arrays.fill(list, usual[0]);
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0 || places[i] >= list.length) {
                throw node.wrong("puts a number outside of its list");
            }
            list[places[i]] = values[i];
        }
        return NdArray.of(list, list.length);
    }

    private NdArray together(JsNode node) throws MalformedDataException {
        int[] a = ints(node, 0);
        int[] b = ints(node, 1);
        if (a.length != b.length || a.length > MOST_SIDES) {
            throw node.wrong("takes lists of different lengths");
        }
        IntBinaryOperator function = node.kind().equals("Mul") ? Math::multiplyExact : Math::addExact;
        int[] result = new int[a.length];
        Arrays.setAll(result, i -> function.applyAsInt(a[i], b[i]));
        return NdArray.of(result, result.length);
    }

    /** Of a list, the numbers from one place to before another. */
    private NdArray part(JsNode node) throws MalformedDataException {
        int[] list = ints(node, 0);
        int[] from = ints(node, 1);
        int[] to = ints(node, 2);
        boolean plain = MASKS.stream().allMatch(mask -> node.whole(mask) == 0)
                && Arrays.equals(ints(node, 3), new int[] {1}) && from.length == 1 && to.length == 1;
        if (!plain || array(node, 0).rank() != 1 || from[0] < 0 || to[0] < from[0] || to[0] > list.length) {
            throw node.wrong("takes other numbers than those of a list from one place to another");
        }
        int[] part = Arrays.copyOfRange(list, from[0], to[0]);
        return NdArray.of(part, part.length);
    }

    /**
     * Makes the shape of a tensor known.
     *
     * @param sides without the batch of one
     */
    void shape(JsNode node, List<Integer> sides) {
        int[] shape = IntStream.concat(IntStream.of(1), sides.stream().mapToInt(Integer::intValue)).toArray();
        arrays.put(node.name(), NdArray.of(shape, shape.length));
    }

    boolean has(String name) {
        return arrays.containsKey(name);
    }

    /** Whether a name is that of one number a channel. */
    boolean isArray(String name, int channels) {
        NdArray array = arrays.get(name);
        return array != null && array.rank() == 1 && array.size() == channels;
    }

    NdArray array(JsNode node, int input) throws MalformedDataException {
        NdArray array = arrays.get(node.input(input));
        if (array == null) {
            throw node.wrong("computes what has to be a constant");
        }
        return array;
    }

    /** Weights of a layer. */
    Constant weights(JsNode node, int input) throws MalformedDataException {
        NdArray array = array(node, input);
        numbers += array.size();
        if (numbers > MOST_NUMBERS) {
            throw new MalformedDataException("it has more than " + MOST_NUMBERS + " weights");
        }
        return new Constant(array.toFloats(), array.shape());
    }

    int[] ints(JsNode node, int input) throws MalformedDataException {
        NdArray array = array(node, input);
        try {
            return array.toInts();
        } catch (ArithmeticException _) {
            throw node.wrong("has fractions where whole numbers belong");
        }
    }

    float number(JsNode node, int input) throws MalformedDataException {
        NdArray array = array(node, input);
        if (array.size() != 1) {
            throw node.wrong("has a list where a number belongs");
        }
        return (float) array.getDouble(0);
    }

    int[][] pairs(JsNode node, int input) throws MalformedDataException {
        int[] numbers = ints(node, input);
        int[][] pairs = new int[numbers.length / 2][];
        Arrays.setAll(pairs, i -> new int[] {numbers[2 * i], numbers[2 * i + 1]});
        return pairs;
    }
}
