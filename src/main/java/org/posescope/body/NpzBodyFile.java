package org.posescope.body;

import java.nio.file.Path;
import java.util.Collection;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;

/** A body model as {@code .npz}, where every matrix is dense. An array of a wrong shape is refused before it is read. */
final class NpzBodyFile implements BodyFile {
    private final NpzReader npz;

    NpzBodyFile(Path file) {
        npz = new NpzReader(file);
    }

    @Override
    public Collection<String> names() {
        return npz.names();
    }

    @Override
    public NdArray array(String name, int... sides) throws MalformedDataException {
        Checks.requireShape(npz.header(name).shape(), sides);
        return Checks.requireNumbers(npz.read(name));
    }

    @Override
    public SparseMatrix matrix(String name, int rows, int columns) throws MalformedDataException {
        return SparseMatrix.ofDense(Checks.requireFinite(array(name, rows, columns).toFloats()), rows, columns);
    }

    @Override
    public void close() {
        npz.close();
    }
}
