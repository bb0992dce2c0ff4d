package org.posescope.network.tensorflow;

import java.util.List;
import java.util.Optional;

import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Operation.Convolution;
import org.posescope.network.graph.Parameter;
import org.posescope.network.graph.Value;

/** The operations of TensorFlow on pictures of one layout; see {@link Operations}. */
public final class PictureOperations {
    private final GraphBuilder graph;
    private final Arranger arranger;
    private final Layout layout;

    PictureOperations(GraphBuilder graph, Arranger arranger, Layout layout) {
        this.graph = graph;
        this.arranger = arranger;
        this.layout = layout;
    }

    /**
     * A convolution of pictures.
     *
     * @param weight output channels x input channels / groups x kernel x kernel
     */
    public Operand convolution(Operand x, KernelWindow window, Parameter weight, Parameter bias, int groups) {
        Operand given = bordered(x, window, 0);
        Optional<Margin> even = given.margin().filter(margin -> margin.isEven() && margin.value() == 0);
        Value value = even.isPresent() ? given.value() : arranger.settled(given).value();
        int padding = even.map(Margin::width).orElse(0);
        return picture(graph.convolution(value, new Convolution(weight, bias, window.stride(), padding, groups)));
    }

    /** The largest of each square. */
    public Operand maxPool(Operand x, KernelWindow window) {
        Operand given = bordered(x, window, Float.NEGATIVE_INFINITY);
        // Runtimes refuse a border of more than half a square.
        Optional<Margin> even = given.margin().filter(margin -> margin.isEven()
                && margin.value() == Float.NEGATIVE_INFINITY && 2 * margin.width() <= window.kernel());
        Value value = even.isPresent() ? given.value() : arranger.settled(given).value();
        return picture(graph.maxPool(value, window.kernel(), window.stride(), even.map(Margin::width).orElse(0)));
    }

    /** A picture with channels first, and around it what it has already or else what the window wants. */
    private Operand bordered(Operand x, KernelWindow window, float value) {
        Shapes.requireRank(x, layout.axes().size());
        Operand given = arranger.inOrder(window.same() ? arranger.settled(x) : x, layout.axes());
        if (!window.same()) {
            return given;
        }
        Margin margin = window.margin(given.value().side(2), given.value().side(3), value);
        return new Operand(given.value(), given.axes(), Optional.of(margin));
    }

    /** As {@link org.posescope.network.graph.Operation.BilinearResize}. */
    public Operand bilinearResize(Operand x, int rows, int columns, boolean alignCorners) {
        return picture(graph.bilinearResize(channelsFirst(x), rows, columns, alignCorners));
    }

    /** As {@link org.posescope.network.graph.Operation.DepthToSpace}. */
    public Operand depthToSpace(Operand x, int block) {
        Value value = channelsFirst(x);
        if (block < 1 || (long) block * block > value.channels()) {
            throw new IllegalArgumentException("blocks of " + block);
        }
        return picture(graph.depthToSpace(value, block));
    }

    /** As {@link org.posescope.network.graph.Operation.ChannelRelu}, with one slope a channel. */
    public Operand channelRelu(Operand x, Constant slopes, String name) {
        Value value = channelsFirst(x);
        return picture(graph.channelRelu(value,
                new Parameter(name, slopes.vector(name).data(), List.of(value.channels(), 1, 1))));
    }

    /** The mean of each channel, a vector. */
    public Operand mean(Operand x) {
        return Operand.plain(graph.globalAveragePool(channelsFirst(x)));
    }

    private Value channelsFirst(Operand x) {
        Shapes.requireRank(x, layout.axes().size());
        return arranger.inOrder(arranger.settled(x), layout.axes()).value();
    }

    private Operand picture(Value value) {
        Shapes.requireModest(value.sides());
        return new Operand(value, layout.axes(), Optional.empty());
    }
}
