package org.posescope.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** The native libraries that execute networks. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum NetworkRuntime {
    /** TensorFlow Lite with XNNPACK. */
    TFLITE(".tflite"),
    ONNXRUNTIME(".onnx"),
    /** LibTorch, which runs TorchScript. */
    PYTORCH(".pt");

    private final String extension;

    NetworkRuntime(String extension) {
        this.extension = extension;
    }

    /** Ending of the names of its files, with the dot. */
    public String extension() {
        return extension;
    }

    /** Its name on the command line and in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The runtime that executes files with such a name, whatever the case of its ending. */
    public static Optional<NetworkRuntime> ofFileName(String name) {
        return Arrays.stream(values()).filter(runtime -> name.toLowerCase(Locale.ROOT).endsWith(runtime.extension))
                .findFirst();
    }
}
