package org.posescope.network.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.posescope.network.graph.Graph;
import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Operation.Linear;
import org.posescope.network.graph.Parameter;
import org.posescope.network.graph.Value;

/**
 * Writes operations of TensorFlow into our graph. The tensors of a file have a batch of one, and axis 0 of each is the batch; that
 * becomes open. What does not fit is an {@link IllegalArgumentException}. Not thread-safe.
 */
public final class Operations {
    private final GraphBuilder graph;
    private final Arranger arranger;
    private final boolean anySize;

    /** @param sides of the input without the batch, in the file's order, which stays that of the graph */
    public Operations(String inputName, List<Integer> sides) {
        Shapes.requireName(inputName);
        Shapes.requireModest(sides);
        graph = new GraphBuilder(inputName, sides.toArray(Integer[]::new));
        arranger = new Arranger(graph);
        anySize = false;
    }

    private Operations(String inputName, int rows, int columns) {
        Shapes.requireName(inputName);
        Shapes.requireModest(List.of(rows, columns));
        graph = GraphBuilder.ofAnySize(inputName, 3, rows, columns);
        arranger = new Arranger(graph);
        anySize = true;
    }

    /**
     * Of a network for pictures of any size, with their three channels last. The graph's own input and outputs have the channels first.
     *
     * @param rows    which the file's shapes are worked out for
     * @param columns likewise
     */
    public static Operations ofAnySize(String inputName, int rows, int columns) {
        return new Operations(inputName, rows, columns);
    }

    /** The operations on pictures whose axes lie like that. */
    public PictureOperations pictures(Layout layout) {
        return new PictureOperations(graph, arranger, layout);
    }

    public Operand input() {
        return anySize
                ? new Operand(graph.input(), Layout.NHWC.axes(), Optional.empty())
                : Operand.plain(graph.input());
    }

    /**
     * Adds a border.
     *
     * @param borders for each axis, how much comes before it and behind it; none for the batch
     */
    public Operand pad(Operand x, int[][] borders, float value) {
        Operand inside = arranger.settled(x);
        if (borders.length != x.rank() || !Arrays.equals(borders[0], new int[2])) {
            throw new IllegalArgumentException("a border of " + borders.length + " axes around " + x.sides());
        }
        Integer[] before = new Integer[borders.length - 1];
        Integer[] after = new Integer[borders.length - 1];
        for (int axis = 1; axis < borders.length; axis++) {
            int own = inside.axes().get(axis) - 1;
            before[own] = Shapes.requireSide(borders[axis][0]);
            after[own] = Shapes.requireSide(borders[axis][1]);
        }
        Operand padded = new Operand(inside.value(), inside.axes(),
                Optional.of(new Margin(List.of(before), List.of(after), value)));
        Shapes.requireModest(padded.sides());
        return padded;
    }

    public Operand relu(Operand x) {
        return Operand.like(x, graph.relu(arranger.settled(x).value()));
    }

    public Operand relu6(Operand x) {
        return Operand.like(x, graph.relu6(arranger.settled(x).value()));
    }

    public Operand leakyRelu(Operand x, float slope) {
        return Operand.like(x, graph.leakyRelu(arranger.settled(x).value(), slope));
    }

    public Operand sigmoid(Operand x) {
        return Operand.like(x, graph.sigmoid(arranger.settled(x).value()));
    }

    public Operand add(Operand a, Operand b) {
        Shapes.requireRank(b, a.rank());
        return Operand.like(a,
                graph.add(arranger.settled(a).value(), arranger.inOrder(arranger.settled(b), a.axes()).value()));
    }

    /**
     * A tensor and numbers of the file, which are stretched over it.
     *
     * @param name of the numbers in the graph
     */
    public Operand add(Operand x, Constant numbers, String name) {
        return Operand.like(x, graph.add(arranger.settled(x).value(), numbers.stretched(name, x.axes())));
    }

    /** As {@link #add(Operand, Constant, String)}. */
    public Operand multiply(Operand x, Constant numbers, String name) {
        return Operand.like(x, graph.multiply(arranger.settled(x).value(), numbers.stretched(name, x.axes())));
    }

    /** @param axis of the tensors; a negative one counts from behind */
    public Operand concat(List<Operand> parts, int axis) {
        Operand first = parts.getFirst();
        int own = first.axes().get(Shapes.requireAxis(first, axis));
        Value[] values = new Value[parts.size()];
        for (int i = 0; i < values.length; i++) {
            Shapes.requireRank(parts.get(i), first.rank());
            values[i] = arranger.inOrder(arranger.settled(parts.get(i)), first.axes()).value();
            Shapes.requireSameBut(own, values[0], values[i]);
        }
        return Operand.like(first, graph.concat(own, values));
    }

    /**
     * Cuts a tensor into pieces.
     *
     * @param axis    of the tensor; a negative one counts from behind
     * @param lengths of the pieces, all of the axis together
     */
    public List<Operand> split(Operand x, int axis, int[] lengths) {
        Operand whole = arranger.settled(x);
        int own = whole.axes().get(Shapes.requireAxis(whole, axis));
        if (Arrays.stream(lengths).asLongStream().sum() != whole.value().side(own)) {
            throw new IllegalArgumentException("pieces of " + Arrays.toString(lengths) + " of " + x.sides());
        }
        List<Operand> pieces = new ArrayList<>();
        int from = 0;
        for (int length : lengths) {
            pieces.add(Operand.like(whole, graph.slice(whole.value(), own, from, from + Shapes.requireSide(length))));
            from += length;
        }
        return pieces;
    }

    /**
     * A part of a tensor.
     *
     * @param from for each axis of the tensor, its first place
     * @param to   likewise, that behind its last; the batch stays whole
     */
    public Operand slice(Operand x, int[] from, int[] to) {
        if (from.length != x.rank() || to.length != x.rank() || from[0] != 0 || to[0] != 1) {
            throw new IllegalArgumentException("a part of " + x.sides() + " to " + Arrays.toString(to));
        }
        Operand part = arranger.settled(x);
        for (int axis = 1; axis < from.length; axis++) {
            int side = part.side(axis);
            if (from[axis] < 0 || to[axis] <= from[axis] || to[axis] > side) {
                throw new IllegalArgumentException("a part of " + x.sides() + " to " + Arrays.toString(to));
            }
            if (to[axis] - from[axis] < side) {
                part = Operand.like(part, graph.slice(part.value(), part.axes().get(axis), from[axis], to[axis]));
            }
        }
        return part;
    }

    /** A layer on vectors; see {@link org.posescope.network.graph.Operation.Linear}. */
    public Operand linear(Operand x, Parameter weight, Parameter bias) {
        Shapes.requireRank(x, 2);
        return Operand.plain(graph.linear(arranger.inFileOrder(x), new Linear(weight, bias)));
    }

    /** Puts the axes in another order: axis {@code i} of the result is axis {@code order[i]}. Costs nothing. */
    public Operand transpose(Operand x, int[] order) {
        boolean each = IntStream.of(order).sorted().boxed().toList()
                .equals(IntStream.range(0, x.rank()).boxed().toList());
        if (!each || order[0] != 0) {
            throw new IllegalArgumentException("the order " + Arrays.toString(order) + " of " + x.sides());
        }
        return new Operand(x.value(), IntStream.of(order).mapToObj(x.axes()::get).toList(), x.margin());
    }

    /**
     * The same numbers in the same order.
     *
     * @param shape with the batch of 1; at most one side is -1, which is what is left
     */
    public Operand reshape(Operand x, int[] shape) {
        long left = x.sides().stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        int open = -1;
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] == -1 && open < 0) {
                open = axis;
            } else if (shape[axis] < 1 || left % shape[axis] != 0) {
                throw new IllegalArgumentException(x.sides() + " cannot become " + Arrays.toString(shape));
            } else {
                left /= shape[axis];
            }
        }
        int[] whole = shape.clone();
        if (open >= 0) {
            whole[open] = Math.toIntExact(left);
        }
        if (whole.length < 2 || whole[0] != 1) {
            throw new IllegalArgumentException(Arrays.toString(shape) + " has no batch of 1");
        }
        Integer[] sides = IntStream.of(whole).skip(1).boxed().toArray(Integer[]::new);
        return Operand.plain(graph.reshape(arranger.inFileOrder(x), sides));
    }

    /** Names an output of the network; its axes lie as in the file, or with the channels first where pictures are of any size. */
    public void output(String name, Operand x) {
        Shapes.requireName(name);
        if (anySize) {
            Shapes.requireRank(x, Layout.NHWC.axes().size());
            graph.output(name, arranger.inOrder(arranger.settled(x), Layout.NHWC.axes()).value());
        } else {
            graph.output(name, arranger.inFileOrder(x));
        }
    }

    public Graph build() {
        return graph.build();
    }
}
