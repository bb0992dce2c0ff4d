package org.posescope.network.onnx.edit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.posescope.network.protobuf.ProtoField;
import org.posescope.network.protobuf.ProtoMessage;
import org.posescope.network.protobuf.ProtoReader;
import org.posescope.tensor.MalformedDataException;

/**
 * Reads ONNX files that contradict themselves as they were meant. Some old exporters wrote {@code spatial = 0} into every
 * BatchNormalization, which asks for a mean of each element (onnx/docs/Changelog.md, BatchNormalization-7), and gave it a mean of
 * each channel. ONNX Runtime loads such a file and then cannot run it.
 */
public final class BatchNormalizationRepair {
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

    /** Names of the arrays of one number a channel. */
    private final Set<String> perChannel = new HashSet<>();
    private boolean repaired;

    private BatchNormalizationRepair() {}

    /** What becomes of one field of a message. */
    @FunctionalInterface
    private interface Change {
        void write(ProtoField field, ProtoMessage to) throws MalformedDataException;
    }

    /**
     * The file with {@code spatial = 1} where its means are those of channels; empty when there is nothing to repair or the file is
     * no ONNX file.
     *
     * @throws IOException when it cannot be read
     */
    public static Optional<byte[]> of(Path file) throws IOException {
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
        try (Arena mapping = Arena.ofConfined(); FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            return new BatchNormalizationRepair()
                    .repair(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), mapping).asByteBuffer());
        } catch (MalformedDataException e) {
            // Not a protobuf message: the runtime says what is wrong with it.
            return Optional.empty();
        }
    }

    private Optional<byte[]> repair(ByteBuffer file) throws IOException, MalformedDataException {
        List<ProtoField> model = ProtoReader.fields(file);
        if (!isOld(model)) {
            return Optional.empty();
        }
        ProtoMessage changed = change(model, GRAPH, this::repairGraph);
        if (!repaired) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.remaining());
        changed.writeTo(bytes);
        return Optional.of(bytes.toByteArray());
    }

    private static boolean isOld(List<ProtoField> model) throws MalformedDataException {
        for (ProtoField field : model) {
            if (field.number() == OPERATOR_SET) {
                List<ProtoField> set = field.message();
                if (text(set, OPERATOR_SET_DOMAIN).isEmpty() && set.stream()
                        .anyMatch(each -> each.number() == OPERATOR_SET_VERSION && each.value() < WITHOUT_SPATIAL)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void repairGraph(ProtoField field, ProtoMessage to) throws MalformedDataException {
        List<ProtoField> graph = field.message();
        for (ProtoField each : graph) {
            if (each.number() == GRAPH_INITIALIZER) {
                readInitializer(each.message());
            }
        }
        to.message(GRAPH, change(graph, GRAPH_NODE, this::repairNode));
    }

    private void readInitializer(List<ProtoField> tensor) throws MalformedDataException {
        long dimensions = 0;
        for (ProtoField field : tensor) {
            dimensions += field.number() == TENSOR_DIMENSIONS ? field.numbers().count() : 0;
        }
        if (dimensions == 1) {
            perChannel.add(text(tensor, TENSOR_NAME));
        }
    }

    private void repairNode(ProtoField field, ProtoMessage to) throws MalformedDataException {
        List<ProtoField> node = field.message();
        List<String> inputs = node.stream().filter(each -> each.number() == NODE_INPUT).map(ProtoField::text).toList();
        if (text(node, NODE_TYPE).equals("BatchNormalization") && inputs.size() > 1
                && perChannel.contains(inputs.get(1))) {
            to.message(GRAPH_NODE, change(node, NODE_ATTRIBUTE, this::repairAttribute));
        } else {
            to.field(field);
        }
    }

    private void repairAttribute(ProtoField field, ProtoMessage to) throws MalformedDataException {
        List<ProtoField> attribute = field.message();
        if (text(attribute, ATTRIBUTE_NAME).equals("spatial")) {
            to.message(NODE_ATTRIBUTE, change(attribute, ATTRIBUTE_INTEGER, this::setSpatial));
        } else {
            to.field(field);
        }
    }

    private void setSpatial(ProtoField field, ProtoMessage to) {
        repaired |= field.value() == 0;
        to.number(ATTRIBUTE_INTEGER, 1);
    }

    /** The message with one change to each field of a number. */
    private static ProtoMessage change(List<ProtoField> fields, int number, Change change)
            throws MalformedDataException {
        ProtoMessage changed = new ProtoMessage();
        for (ProtoField field : fields) {
            if (field.number() == number) {
                change.write(field, changed);
            } else {
                changed.field(field);
            }
        }
        return changed;
    }

    /** The last of a number, as protocol buffers want it; empty without one. */
    private static String text(List<ProtoField> fields, int number) {
        return fields.stream().filter(field -> field.number() == number).reduce((_, later) -> later)
                .map(ProtoField::text).orElse("");
    }
}
