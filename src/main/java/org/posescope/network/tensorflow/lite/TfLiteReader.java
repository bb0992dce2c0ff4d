package org.posescope.network.tensorflow.lite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

import org.posescope.error.UserException;
import org.posescope.network.graph.Graph;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.ReadFailure;

/** Reads networks out of TensorFlow Lite's files ({@code .tflite}), as far as networks for pictures of people need it. */
public final class TfLiteReader {
    private static final long MOST_BYTES = 1L << 30;

    private TfLiteReader() {}

    /**
     * The network, with an open batch; input and outputs have the names and the order of axes of the file.
     *
     * @throws UserException when the file cannot be read, is damaged, or has an operation that is not known here
     */
    public static Graph read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new MalformedDataException("it is larger than such networks are");
            }
            return read(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException | MalformedDataException e) {
            throw ReadFailure.of(file, e);
        }
    }

    private static Graph read(ByteBuffer file) throws MalformedDataException {
        try {
            return new LiteGraph(LiteFile.read(file)).build();
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Shapes that do not fit together are found where the graph is built.
            throw new MalformedDataException("it describes no sound network (" + e.getMessage() + ")");
        }
    }
}
