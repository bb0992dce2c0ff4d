package org.posescope.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.posescope.model.InputSpec;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Origin;
import org.posescope.model.Task;

/** A model without a file, for a {@link StandInSession}; its network sees 32 x 64 pixels. */
public final class StandInModel {
    private StandInModel() {}

    /** A model with the skeleton of COCO. */
    public static ModelFile file(String id, Task task, String decoder) {
        return file(id, task, decoder, Optional.of("coco17"));
    }

    /** @param skeleton its id */
    public static ModelFile file(String id, Task task, String decoder, Optional<String> skeleton) {
        InputSpec input = new InputSpec("input", 32, 64, InputSpec.Layout.NCHW, InputSpec.ColorOrder.RGB,
                List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));
        return new ModelFile(new ModelCard(id, id, task, NetworkRuntime.ONNXRUNTIME, id + ".onnx", input, decoder,
                skeleton, "fp32", "MIT", new Origin.LocalFile(), Optional.empty(), -1), Path.of(id + ".onnx"));
    }
}
