package org.posescope.network.int8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Origin;
import org.posescope.model.Task;
import org.posescope.network.onnx.edit.OnnxModel;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.OnnxFile;

/** Small networks that are built, run and compared. */
final class Runs {
    private Runs() {}

    /** A model out of a file that has no attributes yet. */
    static OnnxModel model(OnnxFile file, Path folder) throws IOException {
        Path path = Files.createTempFile(folder, "given", ".onnx");
        file.write(path);
        return OnnxModel.read(path);
    }

    static Tensor noise(int seed, int... shape) {
        Tensor tensor = Tensor.allocate(shape);
        Random random = new Random(seed);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data().put(i, (float) random.nextGaussian());
        }
        return tensor;
    }

    /** The first output of a network of one input. */
    static Tensor run(OnnxModel model, Tensor input, Path folder) throws IOException {
        Path path = Files.createTempFile(folder, "run", ".onnx");
        model.write(path);
        return run(path, input);
    }

    static Tensor run(Path file, Tensor input) {
        InputSpec spec = new InputSpec("x", 1, 1, InputSpec.Layout.NCHW, InputSpec.ColorOrder.RGB, List.of(0f, 0f, 0f),
                List.of(1f, 1f, 1f));
        ModelCard card = new ModelCard("made-up", "made up", Task.POSE_2D, NetworkRuntime.ONNXRUNTIME, "made-up.onnx",
                spec, "none", Optional.empty(), "fp32", "none", new Origin.LocalFile(), Optional.empty(), -1);
        try (Session session = Sessions.open(new ModelFile(card, file), SessionOptions.onCpu(1))) {
            Tensor result = session.run(Map.of(session.inputs().getFirst().name(), input)).values().iterator().next();
            return Tensor.of(result.toArray(), result.shape());
        }
    }
}
