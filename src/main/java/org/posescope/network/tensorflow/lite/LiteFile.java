package org.posescope.network.tensorflow.lite;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.flatbuffer.FlatTable;
import org.posescope.tensor.flatbuffer.FlatVector;

/**
 * The network that a file describes.
 *
 * @param inputs    numbers of tensors
 * @param outputs   numbers of tensors
 * @param operators in the order in which they are computed
 */
record LiteFile(List<LiteTensor> tensors, List<Integer> inputs, List<Integer> outputs, List<LiteOperator> operators) {
    private static final int MOST_TENSORS = 1 << 16;

    static LiteFile read(ByteBuffer file) throws MalformedDataException {
        FlatTable model = FlatTable.root(file);
        FlatVector graphs = model.vector(2);
        if (graphs.size() != 1) {
            throw new MalformedDataException("it has " + graphs.size() + " networks and not one");
        }
        FlatTable graph = graphs.table(0);
        List<LiteTensor> tensors = new ArrayList<>();
        FlatVector described = counted(graph.vector(0));
        for (int i = 0; i < described.size(); i++) {
            tensors.add(LiteTensor.read(described.table(i), model.vector(4)));
        }
        List<LiteOperator> operators = new ArrayList<>();
        FlatVector steps = counted(graph.vector(3));
        for (int i = 0; i < steps.size(); i++) {
            operators.add(LiteOperator.read(steps.table(i), model.vector(1)));
        }
        return new LiteFile(tensors, counted(graph.vector(1)).list(), counted(graph.vector(2)).list(),
                operators);
    }

    private static FlatVector counted(FlatVector vector) throws MalformedDataException {
        if (vector.size() > MOST_TENSORS) {
            throw new MalformedDataException("it lists " + vector.size() + " tensors or operators");
        }
        return vector;
    }

    LiteTensor tensor(int number) throws MalformedDataException {
        if (number < 0 || number >= tensors.size()) {
            throw new MalformedDataException("it names the tensor " + number + " of " + tensors.size());
        }
        return tensors.get(number);
    }
}
