/** Writes graphs as ONNX files, which ONNX Runtime and many other programs run. */
package org.posescope.network.onnx;
