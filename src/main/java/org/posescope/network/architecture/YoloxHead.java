package org.posescope.network.architecture;

import java.util.ArrayList;
import java.util.List;

import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Parameter;
import org.posescope.network.graph.Value;

/**
 * The decoupled head of YOLOX: for each cell of three grids a box, the certainty that there is one, and a score for each class.
 * Outputs are {@code decoded} (batch, cells, 5 + classes), boxes as centre and sides in pixels of the input and scores in 0..1, cells
 * row by row and the finest grid first; and what the last convolutions give, {@code raw_stride8}, {@code raw_stride16} and
 * {@code raw_stride32} (batch, 5 + classes, rows, columns).
 *
 * @param width channels of each of its layers
 */
record YoloxHead(YoloxLayers layers, int width, int classes) {
    private static final int BOX = 4;
    private static final int FINEST_STRIDE = 8;

    void outputs(Value... features) {
        GraphBuilder graph = layers.layers().graph();
        Value[] cells = new Value[features.length];
        CellGrid grid = new CellGrid();
        for (int level = 0; level < features.length; level++) {
            Value raw = graph.fullPrecision(raw(level, features[level]));
            int stride = FINEST_STRIDE << level;
            graph.output("raw_stride" + stride, raw);
            grid.add(raw.side(2), raw.side(3), stride);
            cells[level] = graph.reshape(raw, raw.channels(), raw.side(2) * raw.side(3));
        }
        graph.output("decoded", decoded(graph.swapAxes(graph.concat(2, cells), 1, 2), grid));
    }

    private Value raw(int level, Value features) {
        Value x = layers.dense("head.stems." + level, features, width, 1, 1);
        Value classBranch = twice("head.cls_convs." + level, x);
        Value boxBranch = twice("head.reg_convs." + level, x);
        return layers.layers().graph().concat(1,
                layers.layers().pointwise("head.reg_preds." + level, boxBranch, BOX),
                layers.layers().pointwise("head.obj_preds." + level, boxBranch, 1),
                layers.layers().pointwise("head.cls_preds." + level, classBranch, classes));
    }

    private Value twice(String name, Value x) {
        return layers.convolution(name + ".1", layers.convolution(name + ".0", x, width, 1), width, 1);
    }

    private Value decoded(Value raw, CellGrid grid) {
        GraphBuilder graph = layers.layers().graph();
        Parameter strides = grid.strides();
        Value centre = graph.multiply(graph.add(graph.slice(raw, 2, 0, 2), grid.corners()), strides);
        Value sides = graph.multiply(graph.exp(graph.slice(raw, 2, 2, BOX)), strides);
        Value scores = graph.sigmoid(graph.slice(raw, 2, BOX, BOX + 1 + classes));
        return graph.concat(2, centre, sides, scores);
    }

    /** Where the cells of all grids lie, one after the other. */
    private static final class CellGrid {
        private final List<Float> corners = new ArrayList<>();
        private final List<Float> strides = new ArrayList<>();

        void add(int rows, int columns, int stride) {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    corners.addAll(List.of((float) column, (float) row));
                    strides.add((float) stride);
                }
            }
        }

        /** Column and row of each cell. */
        Parameter corners() {
            return parameter("head.cells", corners, 2);
        }

        Parameter strides() {
            return parameter("head.strides", strides, 1);
        }

        private static Parameter parameter(String name, List<Float> numbers, int width) {
            float[] data = new float[numbers.size()];
            for (int i = 0; i < data.length; i++) {
                data[i] = numbers.get(i);
            }
            return new Parameter(name, data, List.of(1, data.length / width, width));
        }
    }
}
