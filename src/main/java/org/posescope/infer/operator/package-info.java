/** Operators of MediaPipe's networks that TensorFlow Lite does not have itself (MediaPipe {@code util/tflite/operations}). */
package org.posescope.infer.operator;
