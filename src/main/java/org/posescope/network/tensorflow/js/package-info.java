/**
 * TensorFlow.js's graph models: a JSON file with the operations, and files of weights. Operations and attributes are those of
 * {@code tensorflow/core/ops/}, the manifest of weights that of {@code tfjs-core/src/io/types.ts}.
 */
package org.posescope.network.tensorflow.js;
