package org.posescope.network.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.posescope.network.graph.Value;

/**
 * A tensor of the file: a value of our graph, whose axes may lie in another order, with a border that is not drawn yet. So a file may
 * turn its tensors to and fro between the layouts of pictures (channels last, channels first) at no cost.
 *
 * @param axes   for each axis of the tensor, the axis of the value that it is; 0, the batch, is itself
 * @param margin around the value
 */
public record Operand(Value value, List<Integer> axes, Optional<Margin> margin) {
    public Operand {
        axes = List.copyOf(axes);
    }

    /** A value whose axes lie as the tensor's. */
    static Operand plain(Value value) {
        return new Operand(value, IntStream.range(0, value.rank()).boxed().toList(), Optional.empty());
    }

    /** What a layer makes of a tensor without moving its axes. */
    static Operand like(Operand x, Value value) {
        Shapes.requireModest(value.sides());
        return new Operand(value, x.axes, Optional.empty());
    }

    /** Number of axes, the batch among them. */
    public int rank() {
        return axes.size();
    }

    /** Length of an axis of the tensor, from 1. */
    public int side(int axis) {
        int own = axes.get(axis);
        return value.side(own) + margin.map(each -> each.along(own)).orElse(0);
    }

    /** Lengths of all axes of the tensor but the batch's. */
    public List<Integer> sides() {
        List<Integer> sides = new ArrayList<>();
        for (int axis = 1; axis < rank(); axis++) {
            sides.add(side(axis));
        }
        return sides;
    }
}
