package org.posescope.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The native libraries that execute networks. */
public enum NetworkRuntime {
    /** TensorFlow Lite with XNNPACK. */
    @JsonProperty("tflite")
    TFLITE(".tflite"),
    @JsonProperty("onnxruntime")
    ONNXRUNTIME(".onnx"),
    /** LibTorch, which runs TorchScript. */
    @JsonProperty("pytorch")
    PYTORCH(".pt");

    private final String extension;

    NetworkRuntime(String extension) {
        this.extension = extension;
    }

    /** Ending of the names of its files, with the dot. */
    public String extension() {
        return extension;
    }

    /** The runtime that executes files with such a name, whatever the case of its ending. */
    public static Optional<NetworkRuntime> ofFileName(String name) {
        return Arrays.stream(values()).filter(runtime -> name.toLowerCase(Locale.ROOT).endsWith(runtime.extension))
                .findFirst();
    }
}
