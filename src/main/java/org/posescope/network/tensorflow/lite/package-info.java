/**
 * TensorFlow Lite's files. Field numbers and codes are those of {@code tensorflow/lite/schema/schema.fbs}, version 3.
 */
package org.posescope.network.tensorflow.lite;
