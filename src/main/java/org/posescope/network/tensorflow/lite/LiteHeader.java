package org.posescope.network.tensorflow.lite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.posescope.error.UserException;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.ReadFailure;
import org.posescope.tensor.flatbuffer.FlatTable;
import org.posescope.tensor.flatbuffer.FlatVector;

/** The inputs and outputs of a TensorFlow Lite file, whatever its operations are. */
public record LiteHeader(List<LitePort> inputs, List<LitePort> outputs) {
    private static final int GRAPHS = 2;
    private static final int TENSORS = 0;
    private static final int INPUTS = 1;
    private static final int OUTPUTS = 2;
    private static final int SHAPE = 0;
    private static final int NAME = 3;
    private static final int SHAPE_SIGNATURE = 7;

    public LiteHeader {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** @param shape sides; -1 where the caller chooses */
    public record LitePort(String name, List<Integer> shape) {
        public LitePort {
            shape = List.copyOf(shape);
        }
    }

    /**
     * Reads a file.
     *
     * @throws UserException when it cannot be read or is damaged
     */
    public static LiteHeader read(Path file) {
        try {
            FlatVector graphs = FlatTable.root(ByteBuffer.wrap(Files.readAllBytes(file))).vector(GRAPHS);
            if (graphs.size() == 0) {
                throw new MalformedDataException("it is no TensorFlow Lite model: it has no network");
            }
            FlatTable graph = graphs.table(0);
            return new LiteHeader(ports(graph, INPUTS), ports(graph, OUTPUTS));
        } catch (IOException | MalformedDataException e) {
            throw ReadFailure.of(file, e);
        }
    }

    private static List<LitePort> ports(FlatTable graph, int field) throws MalformedDataException {
        FlatVector tensors = graph.vector(TENSORS);
        List<LitePort> ports = new ArrayList<>();
        for (int number : graph.vector(field).list()) {
            if (number < 0 || number >= tensors.size()) {
                throw new MalformedDataException("it names the tensor " + number + " of " + tensors.size());
            }
            FlatTable tensor = tensors.table(number);
            FlatVector signature = tensor.vector(SHAPE_SIGNATURE);
            ports.add(
                    new LitePort(tensor.text(NAME), (signature.size() > 0 ? signature : tensor.vector(SHAPE)).list()));
        }
        return ports;
    }
}
