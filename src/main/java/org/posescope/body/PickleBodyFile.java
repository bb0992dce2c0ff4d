package org.posescope.body;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.pickle.NumpyFunctions;
import org.posescope.tensor.pickle.PickleDict;
import org.posescope.tensor.pickle.PickleFunction;
import org.posescope.tensor.pickle.PickleReader;
import org.posescope.tensor.pickle.PickleValues;
import org.posescope.tensor.pickle.PickledObject;
import org.posescope.tensor.pickle.PythonFunctions;

/**
 * A body model as a Python pickle, as most are published: a dict of numpy arrays, of chumpy objects around them, and of
 * scipy's sparse matrices. The file is mapped into memory; arrays are views of it, which end with {@link #close}. Of one
 * thread.
 */
final class PickleBodyFile implements BodyFile {
    private final Arena mapping;
    private final PickleDict root;

    private PickleBodyFile(Arena mapping, PickleDict root) {
        this.mapping = mapping;
        this.root = root;
    }

    /**
     * Opens a file.
     *
     * @throws MalformedDataException when it is no pickle of a dict, or one that needs an unknown class
     */
    static PickleBodyFile open(Path file) throws IOException, MalformedDataException {
        Arena mapping = Arena.ofConfined();
        boolean opened = false;
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new MalformedDataException("it is larger than 2 GiB");
            }
            Object root = new PickleReader(vocabulary())
                    .read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), mapping).asByteBuffer());
            PickleBodyFile opening = new PickleBodyFile(mapping, PickleValues.dict(root));
            opened = true;
            return opening;
        } finally {
            if (!opened) {
                mapping.close();
            }
        }
    }

    private static Map<String, PickleFunction> vocabulary() {
        Map<String, PickleFunction> vocabulary = new HashMap<>(PythonFunctions.vocabulary());
        vocabulary.putAll(NumpyFunctions.vocabulary());
        vocabulary.putAll(PickledObject.classes(Chumpy.CLASSES));
        vocabulary.putAll(PickledObject.classes(ScipySparse.CLASSES));
        return vocabulary;
    }

    @Override
    public Collection<String> names() {
        return root.entries().keySet().stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }

    @Override
    public NdArray array(String name, int... sides) throws MalformedDataException {
        NdArray array = Checks.requireNumbers(Chumpy.value(value(name)));
        Checks.requireShape(array.shape(), sides);
        return array;
    }

    @Override
    public SparseMatrix matrix(String name, int rows, int columns) throws MalformedDataException {
        if (value(name) instanceof PickledObject object && ScipySparse.isMatrix(object)) {
            return ScipySparse.matrix(object, rows, columns);
        }
        return SparseMatrix.ofDense(Checks.requireFinite(array(name, rows, columns).toFloats()), rows, columns);
    }

    private Object value(String name) throws MalformedDataException {
        return root.get(name).orElseThrow(() -> new MalformedDataException("it is missing"));
    }

    @Override
    public void close() {
        mapping.close();
    }
}
