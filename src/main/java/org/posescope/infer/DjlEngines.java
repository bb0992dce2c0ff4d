package org.posescope.infer;

import org.posescope.model.NetworkRuntime;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;

/** The engines of the Deep Java Library (DJL), which are singletons of the process. */
final class DjlEngines {
    private DjlEngines() {}

    /**
     * Loads the engine's native library from the class path on first use.
     *
     * @throws org.posescope.error.UserException when that fails
     */
    static Engine engine(NetworkRuntime runtime) {
        // DJL reads these from the system properties only. Offline: a native library that is missing is an error and not a
        // download. No alternative engine: ONNX Runtime must not load PyTorch for array operations that nobody calls.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.onnx.disable_alternative", "true");
        if (runtime == NetworkRuntime.ONNXRUNTIME) {
            OnnxLibraries.unpack();
        }
        try {
            Engine engine = Engine.getEngine(name(runtime));
            if (runtime == NetworkRuntime.PYTORCH) {
                TorchKernels.choose();
            }
            return engine;
        } catch (EngineException | IllegalArgumentException e) {
            throw LoadFailure.nativeLibrary(runtime, e);
        }
    }

    private static String name(NetworkRuntime runtime) {
        return switch (runtime) {
            case ONNXRUNTIME -> "OnnxRuntime";
            case PYTORCH -> "PyTorch";
            case TFLITE -> throw new IllegalArgumentException("TensorFlow Lite is no engine of DJL");
        };
    }
}
