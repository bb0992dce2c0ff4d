/**
 * Turns float networks into networks that compute in 8-bit integers: QuantizeLinear and DequantizeLinear around each layer, which ONNX
 * Runtime joins with the layer into one integer operator (onnx/docs/Operators.md; Jacob et al. 2018 for the arithmetic).
 */
package org.posescope.network.int8;
