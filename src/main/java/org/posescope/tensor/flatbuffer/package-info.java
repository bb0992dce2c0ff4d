/** Flat buffers, the file format of TensorFlow Lite: tables that are read where they lie, with every offset checked. */
package org.posescope.tensor.flatbuffer;
