package org.posescope.tensor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;

/** Writes numpy's {@code .npy} format, version 1.0, byte for byte as numpy does. */
final class NpyWriter {
    private NpyWriter() {}

    static void write(NdArray array, OutputStream out) throws IOException {
        out.write(new NpyHeader(array.dtype(), array.isFortranOrder(), array.shape()).encode());
        Channels.newChannel(out).write(array.data());
    }
}
