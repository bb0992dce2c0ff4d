package org.posescope.infer.operator;

import java.util.Map;

import org.bytedeco.tensorflowlite.MutableOpResolver;
import org.bytedeco.tensorflowlite.TfLiteRegistration;

/** Makes the operators known to TensorFlow Lite, whose library must be loaded. */
public final class MediaPipeOperators {
    private static final int VERSION = 2;
    /** One for all interpreters: the binding has room for few functions of a kind. */
    private static final Map<String, KernelCall> CALLS = Map.of("Landmarks2TransformMatrix",
            new KernelCall(new LandmarkMatrix()), "TransformTensorBilinear", new KernelCall(new PictureTransform()),
            "TransformLandmarks", new KernelCall(new LandmarkTransform()));

    private MediaPipeOperators() {}

    /** The resolver keeps copies of what it is told. */
    public static void addTo(MutableOpResolver resolver) {
        CALLS.forEach((name, call) -> {
            try (TfLiteRegistration registration = new TfLiteRegistration()) {
                resolver.AddCustom(name, registration.invoke(call), VERSION);
            }
        });
    }
}
