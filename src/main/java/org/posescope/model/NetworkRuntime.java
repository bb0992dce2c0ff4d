package org.posescope.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** The native libraries that execute networks. */
public enum NetworkRuntime {
    /** TensorFlow Lite with XNNPACK. */
    TFLITE(".tflite", "TensorFlow Lite"),
    ONNXRUNTIME(".onnx", "ONNX Runtime"),
    /** LibTorch, which runs TorchScript. */
    PYTORCH(".pt", "PyTorch");

    private final String extension;
    private final String title;

    NetworkRuntime(String extension, String title) {
        this.extension = extension;
        this.title = title;
    }

    /** Ending of the names of its files, with the dot. */
    public String extension() {
        return extension;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** Its name on the command line and in reports. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The runtime of a name as {@link #label} gives it. */
    public static Optional<NetworkRuntime> ofLabel(String label) {
        return Arrays.stream(values()).filter(runtime -> runtime.label().equals(label)).findFirst();
    }

    /** The runtime that executes files with such a name, whatever the case of its ending. */
    public static Optional<NetworkRuntime> ofFileName(String name) {
        return Arrays.stream(values()).filter(runtime -> name.toLowerCase(Locale.ROOT).endsWith(runtime.extension))
                .findFirst();
    }
}
