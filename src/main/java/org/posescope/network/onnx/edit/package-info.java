/** ONNX files as values that can be looked through and changed; whatever is not understood is kept as it stands in the file. */
package org.posescope.network.onnx.edit;
