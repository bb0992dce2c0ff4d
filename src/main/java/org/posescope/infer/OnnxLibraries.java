package org.posescope.infer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import org.bytedeco.javacpp.Loader;
import org.posescope.model.NetworkRuntime;

import ai.onnxruntime.OrtEnvironment;

/**
 * The native libraries of ONNX Runtime. Left alone it unpacks them into a new temporary folder at each start, and cannot remove that
 * folder at the end.
 */
final class OnnxLibraries {
    private static final String FOLDER = "onnxruntime.native.path";
    private static final String RESOURCES = "/ai/onnxruntime/native/";

    private OnnxLibraries() {}

    /**
     * Unpacks them once, to where those of FFmpeg and TensorFlow Lite are too, unless the installation says where they are. To be called
     * before the first call of ONNX Runtime.
     */
    static void unpack() {
        if (System.getProperty(FOLDER) == null) {
            System.setProperty(FOLDER, folder().toString());
        }
    }

    private static Path folder() {
        String resources = RESOURCES + platform();
        try {
            File[] folders = Loader.cacheResources(OrtEnvironment.class, resources);
            return Arrays.stream(folders).findFirst().orElseThrow(() -> new IOException("there is no " + resources))
                    .toPath();
        } catch (IOException e) {
            throw LoadFailure.nativeLibrary(NetworkRuntime.ONNXRUNTIME, e);
        }
    }

    /** Its name for what JavaCPP calls {@code linux-x86_64}. */
    private static String platform() {
        return Loader.getPlatform().replace("macosx", "osx").replace("windows", "win").replace("x86_64", "x64")
                .replace("arm64", "aarch64");
    }
}
