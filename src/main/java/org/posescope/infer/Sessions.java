package org.posescope.infer;

import java.nio.file.Files;

import org.posescope.error.UserException;
import org.posescope.infer.memory.NativeHeap;
import org.posescope.infer.memory.WeightShare;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;

/** Opens networks, each in the runtime that its card names. */
public final class Sessions {
    private Sessions() {}

    /** Whether a runtime works on this system. The first call loads its native library. */
    public static boolean isAvailable(NetworkRuntime runtime) {
        try {
            if (runtime == NetworkRuntime.TFLITE) {
                TfLiteLoader.loadLibrary();
            } else {
                DjlEngines.engine(runtime);
            }
            return true;
        } catch (UserException | LinkageError e) {
            return false;
        }
    }

    /**
     * Loads a network. The first call for a runtime loads its native library too, which takes up to some seconds.
     *
     * @return a session that the caller closes
     * @throws UserException when the file is missing, damaged or not of the card's runtime, when it has tensors of types that are
     *                       not taken, when the runtime has no such device or does not work on this system
     */
    public static Session open(ModelFile model, SessionOptions options) {
        return open(model, options, new WeightShare());
    }

    /**
     * As the other one; in TensorFlow Lite with the weights of sessions of the same file that are open already.
     *
     * @throws UserException likewise
     */
    public static Session open(ModelFile model, SessionOptions options, WeightShare weights) {
        NetworkRuntime runtime = model.card().runtime();
        ComputeDevice device = ComputeDevice.parse(options.device());
        if (runtime == NetworkRuntime.TFLITE && device.cuda().isPresent()) {
            throw LoadFailure.onlyCpu(runtime, options.device());
        }
        if (!Files.isRegularFile(model.path())) {
            throw LoadFailure.missing(model);
        }
        try {
            NativeHeap.limit();
            Session session = switch (runtime) {
                case TFLITE -> TfLiteLoader.open(model, options, weights);
                case ONNXRUNTIME -> OnnxLoader.open(model, options);
                case PYTORCH -> TorchLoader.open(model, options);
            };
            NativeHeap.trim();
            return session;
        } catch (LinkageError e) {
            throw LoadFailure.nativeLibrary(runtime, e);
        }
    }
}
