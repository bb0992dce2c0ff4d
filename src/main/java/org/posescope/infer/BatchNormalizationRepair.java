package org.posescope.infer;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads ONNX files that contradict themselves as they were meant. Some old exporters wrote {@code spatial = 0} into every
 * BatchNormalization, which asks for a mean of each element (onnx/docs/Changelog.md, BatchNormalization-7), and gave it a mean of
 * each channel. ONNX Runtime loads such a file and then cannot run it.
 */
final class BatchNormalizationRepair {
    /** The version of the operator set that dropped the attribute. */
    private static final int WITHOUT_SPATIAL = 9;

    private static final int GRAPH = 7;
    private static final int OPERATOR_SET = 8;
    private static final int OPERATOR_SET_DOMAIN = 1;
    private static final int OPERATOR_SET_VERSION = 2;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int TENSOR_DIMENSIONS = 1;
    private static final int TENSOR_NAME = 8;
    private static final int NODE_INPUT = 1;
    private static final int NODE_TYPE = 4;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int ATTRIBUTE_NAME = 1;
    private static final int ATTRIBUTE_INTEGER = 3;

    private final List<Zero> zeros = new ArrayList<>();
    private final Set<String> perChannel = new HashSet<>();

    private BatchNormalizationRepair() {}

    /** Where a node says {@code spatial = 0}, and the name of its scale. */
    private record Zero(int position, String scale) {}

    /**
     * The file with {@code spatial = 1} where its means are those of channels; empty when there is nothing to repair or the file is
     * no ONNX file.
     */
    static Optional<byte[]> of(Path file) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return read(file);
                } catch (ClosedByInterruptException e) {
                    // Loading a network is not broken off; who is interrupted learns of it afterwards.
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        BatchNormalizationRepair repair = new BatchNormalizationRepair();
        try (Arena mapping = Arena.ofConfined(); FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            repair.readModel(
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), mapping).asByteBuffer());
        } catch (IllegalArgumentException | ArithmeticException | BufferUnderflowException e) {
            // Not a protobuf message: the runtime says what is wrong with it.
            return Optional.empty();
        }
        List<Zero> wrong = repair.zeros.stream().filter(zero -> repair.perChannel.contains(zero.scale)).toList();
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        wrong.forEach(zero -> bytes[zero.position] = 1);
        return Optional.of(bytes);
    }

    private void readModel(ByteBuffer model) {
        ProtoCursor fields = new ProtoCursor(model);
        Optional<ByteBuffer> graph = Optional.empty();
        boolean old = false;
        while (fields.next()) {
            switch (fields.number()) {
                case GRAPH -> graph = Optional.of(fields.content());
                case OPERATOR_SET -> old |= isOld(fields.content());
                default -> {
                }
            }
        }
        if (old) {
            graph.ifPresent(this::readGraph);
        }
    }

    private static boolean isOld(ByteBuffer operatorSet) {
        ProtoCursor fields = new ProtoCursor(operatorSet);
        String domain = "";
        long version = 0;
        while (fields.next()) {
            switch (fields.number()) {
                case OPERATOR_SET_DOMAIN -> domain = fields.text();
                case OPERATOR_SET_VERSION -> version = fields.value();
                default -> {
                }
            }
        }
        return domain.isEmpty() && version < WITHOUT_SPATIAL;
    }

    private void readGraph(ByteBuffer graph) {
        ProtoCursor fields = new ProtoCursor(graph);
        while (fields.next()) {
            switch (fields.number()) {
                case GRAPH_NODE -> readNode(fields.content());
                case GRAPH_INITIALIZER -> readInitializer(fields.content());
                default -> {
                }
            }
        }
    }

    private void readNode(ByteBuffer node) {
        ProtoCursor fields = new ProtoCursor(node);
        List<String> inputs = new ArrayList<>();
        String type = "";
        Optional<Integer> zero = Optional.empty();
        while (fields.next()) {
            switch (fields.number()) {
                case NODE_INPUT -> inputs.add(fields.text());
                case NODE_TYPE -> type = fields.text();
                case NODE_ATTRIBUTE -> {
                    Optional<Integer> found = zeroOfSpatial(fields.content());
                    zero = found.isPresent() ? found : zero;
                }
                default -> {
                }
            }
        }
        if (type.equals("BatchNormalization") && zero.isPresent() && inputs.size() > 1) {
            zeros.add(new Zero(zero.get(), inputs.get(1)));
        }
    }

    /** Where an attribute holds its value, when it is {@code spatial} and that is 0. */
    private static Optional<Integer> zeroOfSpatial(ByteBuffer attribute) {
        ProtoCursor fields = new ProtoCursor(attribute);
        String name = "";
        Optional<Integer> zero = Optional.empty();
        while (fields.next()) {
            if (fields.number() == ATTRIBUTE_NAME) {
                name = fields.text();
            } else if (fields.number() == ATTRIBUTE_INTEGER && fields.value() == 0) {
                zero = Optional.of(fields.position());
            }
        }
        return name.equals("spatial") ? zero : Optional.empty();
    }

    private void readInitializer(ByteBuffer tensor) {
        ProtoCursor fields = new ProtoCursor(tensor);
        int dimensions = 0;
        String name = "";
        while (fields.next()) {
            if (fields.number() == TENSOR_DIMENSIONS) {
                dimensions++;
            } else if (fields.number() == TENSOR_NAME) {
                name = fields.text();
            }
        }
        if (dimensions == 1) {
            perChannel.add(name);
        }
    }
}
