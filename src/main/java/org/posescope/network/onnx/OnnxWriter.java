package org.posescope.network.onnx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.posescope.network.graph.Graph;
import org.posescope.network.protobuf.ProtoMessage;

/** Writes a graph as an ONNX file with an open batch size and, where it takes any, an open size of the picture. */
public final class OnnxWriter {
    static final int OPERATOR_SET = 17;

    /** Of the file format, 8 belongs to this operator set (onnx/docs/Versioning.md). */
    private static final int IR_VERSION = 8;
    private static final String PRODUCER = "PoseScope";

    private OnnxWriter() {}

    /**
     * Writes the file, in place of one that is there.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(Graph graph, Path file) throws IOException {
        OnnxGraph onnx = new OnnxGraph("network");
        onnx.input(graph.inputName(), graph.input().sides(), graph.anySize());
        onnx.add(new OnnxNode("Identity", OnnxOperations.name(graph.input()), graph.inputName()));
        OnnxOperations operations = new OnnxOperations(onnx);
        graph.nodes().forEach(operations::add);
        graph.outputs().forEach((name, value) -> {
            onnx.add(new OnnxNode("Identity", name, OnnxOperations.name(value)));
            onnx.output(name, value.sides(), graph.anySize());
        });
        ProtoMessage operators = new ProtoMessage().text(1, "").number(2, OPERATOR_SET);
        ProtoMessage model = new ProtoMessage().number(1, IR_VERSION).text(2, PRODUCER).message(7, onnx.message())
                .message(8, operators);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            model.writeTo(out);
        }
    }
}
