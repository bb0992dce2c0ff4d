package org.posescope.body;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.pickle.PickleValues;
import org.posescope.tensor.pickle.PickledArray;
import org.posescope.tensor.pickle.PickledObject;

/**
 * Scipy's compressed sparse matrices, by column (CSC) and by row (CSR): {@code data} and {@code indices} of the entries,
 * {@code indptr} where each column or row begins. Scipy 1.8 renamed its modules.
 */
final class ScipySparse {
    static final String[] CLASSES = {"scipy.sparse.csc.csc_matrix", "scipy.sparse._csc.csc_matrix",
        "scipy.sparse._csc.csc_array", "scipy.sparse.csr.csr_matrix", "scipy.sparse._csr.csr_matrix",
        "scipy.sparse._csr.csr_array"};

    private ScipySparse() {}

    static boolean isMatrix(PickledObject object) {
        return List.of(CLASSES).contains(object.className());
    }

    /**
     * The matrix of an object of one of the {@link #CLASSES}.
     *
     * @throws MalformedDataException when it is of another size, or not sound
     */
    static SparseMatrix matrix(PickledObject object, int rows, int columns) throws MalformedDataException {
        Checks.requireShape(shape(object), rows, columns);
        boolean byColumn = object.className().contains(".csc_");
        int lines = byColumn ? columns : rows;
        float[] data = Checks.requireFinite(Checks.requireNumbers(array(object, "data")).toFloats());
        int[] indices = Checks.wholeNumbers(array(object, "indices"));
        int[] starts = Checks.wholeNumbers(array(object, "indptr"));
        requireSound(data, indices, starts, lines, byColumn ? rows : columns);
        return byColumn
                ? SparseMatrix.ofColumns(rows, starts, indices, data)
                : new SparseMatrix(columns, starts, indices, data);
    }

    private static void requireSound(float[] data, int[] indices, int[] starts, int lines, int side)
            throws MalformedDataException {
        boolean sound = indices.length == data.length && starts.length == lines + 1 && starts[0] == 0
                && starts[lines] == data.length && Arrays.stream(indices).allMatch(index -> index >= 0 && index < side);
        for (int line = 0; sound && line < lines; line++) {
            sound = starts[line] <= starts[line + 1];
        }
        if (!sound) {
            throw new MalformedDataException("its sparse matrix has indices outside of it");
        }
    }

    private static int[] shape(PickledObject object) throws MalformedDataException {
        Optional<Object> shape = object.get("_shape").or(() -> object.get("shape"));
        long[] sides = shape.isPresent() ? PickleValues.integers(shape.get()) : new long[0];
        return Arrays.stream(sides).mapToInt(side -> Math.clamp(side, -2, Integer.MAX_VALUE)).toArray();
    }

    private static NdArray array(PickledObject object, String attribute) throws MalformedDataException {
        if (object.get(attribute).orElse(object) instanceof PickledArray pickled) {
            return pickled.array();
        }
        throw new MalformedDataException("its sparse matrix has no array " + attribute);
    }
}
