package org.posescope.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.posescope.model.Conversion;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Precision;
import org.posescope.model.Sha256;
import org.posescope.network.graph.Graph;
import org.posescope.network.onnx.OnnxWriter;
import org.posescope.network.torchscript.TorchPrecision;
import org.posescope.network.torchscript.TorchScriptWriter;

/** Writes a network in every format that some runtime executes. */
final class GraphFiles {
    private GraphFiles() {}

    /** In float32. */
    static List<Conversion> writeExact(Graph graph, String id, Path folder) throws IOException {
        Path onnx = folder.resolve(id + NetworkRuntime.ONNXRUNTIME.extension());
        OnnxWriter.write(graph, onnx);
        Path torch = folder.resolve(id + NetworkRuntime.PYTORCH.extension());
        TorchScriptWriter.write(graph, TorchPrecision.FP32, torch);
        return List.of(conversion(NetworkRuntime.ONNXRUNTIME, Precision.FP32, onnx),
                conversion(NetworkRuntime.PYTORCH, Precision.FP32, torch));
    }

    /** In float32 and, for PyTorch, in bfloat16 too. */
    static List<Conversion> write(Graph graph, String id, Path folder) throws IOException {
        List<Conversion> conversions = new ArrayList<>(writeExact(graph, id, folder));
        Path torch = folder.resolve(id + "-bf16" + NetworkRuntime.PYTORCH.extension());
        TorchScriptWriter.write(graph, TorchPrecision.BF16, torch);
        conversions.add(conversion(NetworkRuntime.PYTORCH, Precision.BF16, torch));
        return conversions;
    }

    private static Conversion conversion(NetworkRuntime runtime, Precision precision, Path file) throws IOException {
        return new Conversion(runtime, precision, file.getFileName().toString(), Sha256.of(file), Files.size(file));
    }
}
