package org.posescope.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;
import org.posescope.model.InputSpec;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Origin;
import org.posescope.model.Task;

/** The real models, in {@code POSESCOPE_MODELS} or {@code target/test-models}. */
public final class TestModels {
    private TestModels() {}

    /** The file of a model. When it is missing the test is skipped, loudly. */
    public static ModelFile file(String id) {
        return switch (id) {
            case "blazepose-detector" -> model(id, "pose_detection.tflite", NetworkRuntime.TFLITE, 224, 127.5f);
            case "blazepose-full" -> model(id, "pose_landmark_full.tflite", NetworkRuntime.TFLITE, 256, 0);
            case "yolox-nano" -> model(id, "yolox_nano.onnx", NetworkRuntime.ONNXRUNTIME, 416, 0);
            default -> throw new IllegalArgumentException("no test model " + id);
        };
    }

    private static ModelFile model(String id, String name, NetworkRuntime runtime, int side, float mean) {
        boolean onnx = runtime == NetworkRuntime.ONNXRUNTIME;
        Path file = onnx ? Shared.file("data/detector/" + name) : folder().resolve(name).toAbsolutePath();
        if (!Files.exists(file)) {
            String message = "TEST MODEL MISSING: " + file;
            System.err.println(message);
            Assumptions.abort(message);
        }
        float scale = onnx ? 1 : mean == 0 ? 1 / 255f : 1 / mean;
        InputSpec input = new InputSpec(onnx ? "images" : "input_1", side, side,
                onnx ? InputSpec.Layout.NCHW : InputSpec.Layout.NHWC,
                onnx ? InputSpec.ColorOrder.BGR : InputSpec.ColorOrder.RGB, List.of(mean, mean, mean),
                List.of(scale, scale, scale));
        return new ModelFile(new ModelCard(id, id, Task.POSE_LANDMARKS, runtime, name, input, "none", Optional.empty(),
                "fp32", "Apache-2.0", new Origin.BringYourOwn("test"), Optional.empty(), -1), file);
    }

    private static Path folder() {
        return Optional.ofNullable(System.getenv("POSESCOPE_MODELS")).map(Path::of)
                .orElse(Path.of("target", "test-models"));
    }
}
