package org.posescope.model;

/** The native libraries that execute networks. */
public enum NetworkRuntime {
    TFLITE, ONNXRUNTIME, PYTORCH
}
