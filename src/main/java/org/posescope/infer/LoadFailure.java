package org.posescope.infer;

import org.posescope.error.UserException;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;

/** What the user reads when a network cannot be opened; one sentence each. */
final class LoadFailure {
    private LoadFailure() {}

    static UserException missing(ModelFile model) {
        return new UserException("the model file " + model.path() + " does not exist; get it or name another one");
    }

    static UserException unreadable(ModelFile model, Throwable cause) {
        return new UserException("the model file " + model.path() + " cannot be read (" + reason(cause) + ")", cause);
    }

    static UserException notLoadable(ModelFile model, String reason) {
        return new UserException(notLoadableText(model, reason));
    }

    static UserException notLoadable(ModelFile model, Throwable cause) {
        return new UserException(notLoadableText(model, reason(cause)), cause);
    }

    private static String notLoadableText(ModelFile model, String reason) {
        return name(model.card().runtime()) + " cannot load " + model.path()
                + ", which is damaged, of another format or in need of another version (" + reason + ")";
    }

    /** For tensors of element types that are not taken. */
    static UserException notFloat(ModelFile model, String tensor, String type) {
        return new UserException("tensor '" + tensor + "' of " + model.path() + " is of type " + type
                + ", but only models that take float32, float16, int32 or uint8 and give float32 or float16 can be run");
    }

    /** For a runtime whose library here, or the machine, has no CUDA or no such card. */
    static UserException noCuda(NetworkRuntime runtime, String device, String reason) {
        return new UserException(name(runtime) + " cannot compute on device '" + device + "' here (" + reason
                + "); use '" + SessionOptions.CPU
                + "', or put the library's build for CUDA in place of the one for the CPU");
    }

    static UserException onlyCpu(NetworkRuntime runtime, String device) {
        return new UserException(
                name(runtime) + " cannot compute on device '" + device + "'; choose another engine, or '"
                        + SessionOptions.CPU + "'");
    }

    static UserException nativeLibrary(NetworkRuntime runtime, Throwable cause) {
        return new UserException("the native library of " + name(runtime) + " cannot be loaded on this system ("
                + System.getProperty("os.name") + ", " + System.getProperty("os.arch")
                + "); choose a model of another runtime or install PoseScope for this system (" + reason(cause) + ")",
                cause);
    }

    static String name(NetworkRuntime runtime) {
        return switch (runtime) {
            case TFLITE -> "TensorFlow Lite";
            case ONNXRUNTIME -> "ONNX Runtime";
            case PYTORCH -> "PyTorch";
        };
    }

    /** What the native library said: the root of the causes, without the stack trace that some append to it. */
    static String reason(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null || message.isBlank()
                ? root.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElseThrow();
    }
}
