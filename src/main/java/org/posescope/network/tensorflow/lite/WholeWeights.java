package org.posescope.network.tensorflow.lite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Tensor;
import org.posescope.tensor.flatbuffer.FlatTable;
import org.posescope.tensor.flatbuffer.FlatVector;

/**
 * Writes a TensorFlow Lite file anew with its weights as they are computed with: in float32 and with their zeros. From weights in half
 * precision or without their zeros the library makes the same numbers, in memory that it keeps although it never reads it again. The
 * operators that stand for that are left out. Field numbers are those of TensorFlow Lite's {@code schema.fbs}, version 3.
 */
public final class WholeWeights {
    private static final int SUBGRAPHS = 2;
    private static final int BUFFERS = 4;
    private static final int TENSORS = 0;
    private static final int OUTPUTS = 2;
    private static final int OPERATORS = 3;
    private static final int TENSOR_TYPE = 1;
    private static final int TENSOR_BUFFER = 2;
    private static final int TENSOR_SPARSITY = 6;
    private static final int OPERATOR_INPUTS = 1;
    private static final int BUFFER_DATA = 0;
    /** Of constants in a file. */
    private static final int ALIGNMENT = 16;

    private final ByteBuffer file;
    private final LiteFile network;
    /** Constants by the tensors that are the same in float32 with all zeros. */
    private final Map<Integer, Integer> constants = new HashMap<>();
    private final List<Boolean> kept = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private long end;

    /** What lies behind the file, after bytes without meaning: elements of a vector have to be aligned. */
    private record Part(int padding, Content content) {}

    private interface Content {
        ByteBuffer make() throws MalformedDataException;
    }

    private WholeWeights(ByteBuffer file) throws MalformedDataException {
        this.file = file;
        this.network = LiteFile.read(file);
        this.end = file.limit();
        for (LiteOperator operator : network.operators()) {
            kept.add(!onlyUnpacks(operator));
        }
    }

    /**
     * Writes the file. One whose weights are of kinds that are not known here is written as it is.
     *
     * @param file is changed in memory
     */
    public static void write(ByteBuffer file, WritableByteChannel target) throws IOException {
        Optional<WholeWeights> known = known(file);
        if (known.isEmpty()) {
            writeAll(file.duplicate().clear(), target);
            return;
        }
        try {
            known.get().write(target);
        } catch (MalformedDataException e) {
            throw new IOException("weights that were read before cannot be read again", e);
        }
    }

    /** Empty, and nothing is changed, where the library may know what is not known here. */
    private static Optional<WholeWeights> known(ByteBuffer file) {
        try {
            WholeWeights weights = new WholeWeights(file);
            weights.requireAllKnown();
            return Optional.of(weights);
        } catch (MalformedDataException | IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private boolean onlyUnpacks(LiteOperator operator) throws MalformedDataException {
        if (operator.code() != LiteCodes.DEQUANTIZE && operator.code() != LiteCodes.DENSIFY) {
            return false;
        }
        int source = operator.input(0);
        int constant = constants.getOrDefault(source, source);
        int type = network.tensor(constant).type();
        if (!network.tensor(constant).isConstant() || (type != LiteTensor.FLOAT16 && type != LiteTensor.FLOAT32)) {
            return false;
        }
        constants.put(operator.output(), constant);
        return true;
    }

    /** So that nothing fails any more once something was changed. */
    private void requireAllKnown() throws MalformedDataException {
        LiteConstants all = new LiteConstants(network);
        Set<Integer> whole = new TreeSet<>(constants.values());
        for (int tensor : whole) {
            all.floats(tensor);
        }
        FlatVector tensors = graph().vector(TENSORS);
        Set<Integer> buffers = new HashSet<>();
        for (int tensor : whole) {
            buffers.add(tensors.table(tensor).int32(TENSOR_BUFFER, 0));
        }
        for (int i = 0; i < tensors.size(); i++) {
            if (!whole.contains(i) && (network.tensor(i).sparsity().isPresent()
                    || buffers.contains(tensors.table(i).int32(TENSOR_BUFFER, 0)))) {
                throw new MalformedDataException("it computes with weights that are not whole");
            }
        }
        if (buffers.size() < whole.size()) {
            throw new MalformedDataException("it has weights in common for several tensors");
        }
    }

    private FlatTable graph() throws MalformedDataException {
        return FlatTable.root(file).vector(SUBGRAPHS).table(0);
    }

    private void write(WritableByteChannel target) throws IOException, MalformedDataException {
        FlatVector tensors = graph().vector(TENSORS);
        FlatVector buffers = FlatTable.root(file).vector(BUFFERS);
        for (int constant : new TreeSet<>(constants.values())) {
            FlatTable tensor = tensors.table(constant);
            if (network.tensor(constant).type() == LiteTensor.FLOAT16) {
                tensor.putInt8(TENSOR_TYPE, LiteTensor.FLOAT32);
            }
            if (network.tensor(constant).sparsity().isPresent()) {
                ByteBuffer fields = tensor.fieldsWithout(TENSOR_SPARSITY);
                tensor.useFields(append(fields.limit(), () -> fields));
            }
            buffers.table(tensor.int32(TENSOR_BUFFER, 0)).refer(BUFFER_DATA,
                    append(Integer.BYTES + bytes(constant), () -> vector(constant)));
        }
        useWhole();
        writeAll(file.duplicate().clear(), target);
        for (Part part : parts) {
            writeAll(ByteBuffer.allocate(part.padding()), target);
            writeAll(part.content().make(), target);
        }
    }

    /** Where it will lie. */
    private long append(int bytes, Content content) {
        int padding = (int) Math.floorMod(-(end + Integer.BYTES), (long) ALIGNMENT);
        parts.add(new Part(padding, content));
        long start = end + padding;
        end = start + bytes;
        return start;
    }

    private void useWhole() throws MalformedDataException {
        FlatTable graph = graph();
        FlatVector operators = graph.vector(OPERATORS);
        int size = 0;
        for (int i = 0; i < operators.size(); i++) {
            if (kept.get(i)) {
                replace(operators.table(i).vector(OPERATOR_INPUTS));
                operators.moveTable(i, size++);
            }
        }
        operators.truncate(size);
        replace(graph.vector(OUTPUTS));
    }

    private void replace(FlatVector tensors) throws MalformedDataException {
        for (int i = 0; i < tensors.size(); i++) {
            int tensor = tensors.number(i);
            tensors.putNumber(i, constants.getOrDefault(tensor, tensor));
        }
    }

    private ByteBuffer vector(int constant) throws MalformedDataException {
        ByteBuffer vector = ByteBuffer.allocate(Integer.BYTES + bytes(constant)).order(ByteOrder.LITTLE_ENDIAN);
        vector.putInt(bytes(constant));
        new LiteConstants(network).floats(constant)
                .copyTo(vector.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer());
        return vector.clear();
    }

    private int bytes(int constant) throws MalformedDataException {
        return Math.multiplyExact(Float.BYTES, Tensor.elements(network.tensor(constant).sides()));
    }

    private static void writeAll(ByteBuffer bytes, WritableByteChannel target) throws IOException {
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }
}
