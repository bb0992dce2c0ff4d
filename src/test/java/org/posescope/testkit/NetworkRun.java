package org.posescope.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Origin;
import org.posescope.network.architecture.Blueprint;
import org.posescope.network.graph.Graph;
import org.posescope.network.onnx.OnnxWriter;
import org.posescope.network.torchscript.TorchPrecision;
import org.posescope.network.torchscript.TorchScriptWriter;

/** A graph written for a runtime and loaded by it. Its file is gone when it is closed: several would fill a small disk. */
public record NetworkRun(Blueprint blueprint, Session session, Path file) implements AutoCloseable {
    public static NetworkRun of(Blueprint blueprint, Graph graph, NetworkRuntime runtime, Path folder)
            throws IOException {
        Path file = folder.resolve(blueprint.id() + runtime.extension());
        if (runtime == NetworkRuntime.ONNXRUNTIME) {
            OnnxWriter.write(graph, file);
        } else {
            TorchScriptWriter.write(graph, TorchPrecision.FP32, file);
        }
        ModelCard card = new ModelCard(blueprint.id(), blueprint.title(), blueprint.task(), runtime,
                file.getFileName().toString(), blueprint.input(), blueprint.decoder(), blueprint.skeleton(), "fp32",
                blueprint.license(), new Origin.LocalFile(), Optional.empty(), -1);
        return new NetworkRun(blueprint, Sessions.open(new ModelFile(card, file), SessionOptions.onCpu(2)), file);
    }

    @Override
    public void close() throws IOException {
        session.close();
        Files.deleteIfExists(file);
    }
}
