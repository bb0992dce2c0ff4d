package org.posescope.network.tensorflow;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Value;

/** Does to the values of our graph what was put off: turns their axes and draws their borders, where a layer needs it. */
final class Arranger {
    private final GraphBuilder graph;

    Arranger(GraphBuilder graph) {
        this.graph = graph;
    }

    /** The numbers in the order in which they lie in the file's tensor. */
    Value inFileOrder(Operand x) {
        return inOrder(settled(x), IntStream.range(0, x.rank()).boxed().toList()).value();
    }

    /** The same tensor in a value whose axes lie as wanted. */
    Operand inOrder(Operand x, List<Integer> axes) {
        if (x.axes().equals(axes)) {
            return x;
        }
        Integer[] sources = new Integer[axes.size() - 1];
        for (int axis = 1; axis < axes.size(); axis++) {
            sources[axes.get(axis) - 1] = x.axes().get(axis);
        }
        List<Integer> order = List.of(sources);
        return new Operand(graph.permute(x.value(), order), axes, x.margin().map(each -> each.permuted(order)));
    }

    /** With its border drawn. */
    Operand settled(Operand x) {
        Optional<Margin> margin = x.margin().filter(each -> !each.isEmpty());
        Value value = margin.map(each -> graph.pad(x.value(), each.before(), each.after(), each.value()))
                .orElse(x.value());
        return new Operand(value, x.axes(), Optional.empty());
    }
}
