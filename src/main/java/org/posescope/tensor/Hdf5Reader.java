package org.posescope.tensor;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.posescope.error.UserException;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.exceptions.HdfException;

/** Reads the arrays of floating-point numbers in the root group of an HDF5 file, as h5py and deepdish write small ones. */
public final class Hdf5Reader {
    /** Files of parameters have a few hundred numbers; more than this is some other file. */
    private static final long MOST_ELEMENTS = 1 << 22;
    private static final long MOST_BYTES = 64L << 20;

    private Hdf5Reader() {}

    /**
     * The arrays by name; what is no array of floats is left out.
     *
     * @throws UserException when the file is missing, no HDF5 file, damaged, or has larger arrays than parameters are
     */
    public static Map<String, NdArray> readAll(Path file) {
        if (!Files.isRegularFile(file)) {
            throw ReadFailure.of(file, new NoSuchFileException(file.toString()));
        }
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        // In memory a length that leads out of the file is refused; from a file jhdf would first make room for it.
        try (HdfFile hdf = HdfFile.fromBytes(bytes(file))) {
            for (var child : hdf.getChildren().values()) {
                if (child instanceof Dataset dataset && isFloat(dataset)) {
                    arrays.put(child.getName(), read(dataset));
                }
            }
        } catch (HdfException | IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException
                | ArithmeticException | BufferUnderflowException e) {
            // jhdf trusts the numbers in the file: a damaged one fails wherever they lead.
            throw ReadFailure.of(file, new MalformedDataException("it is no sound HDF5 file ("
                    + Quoted.of(String.valueOf(e.getMessage())) + ")"));
        } catch (IOException | MalformedDataException e) {
            throw ReadFailure.of(file, e);
        }
        return arrays;
    }

    private static byte[] bytes(Path file) throws IOException, MalformedDataException {
        if (Files.size(file) > MOST_BYTES) {
            throw new MalformedDataException("it is larger than files of parameters are");
        }
        return Files.readAllBytes(file);
    }

    private static boolean isFloat(Dataset dataset) {
        return dataset.getJavaType() == double.class || dataset.getJavaType() == float.class;
    }

    private static NdArray read(Dataset dataset) throws MalformedDataException {
        if (dataset.getSize() > MOST_ELEMENTS) {
            throw new MalformedDataException("its array " + Quoted.of(dataset.getName()) + " is too large");
        }
        Object flat = dataset.getDataFlat();
        return flat instanceof float[] floats
                ? NdArray.of(floats, dataset.getDimensions())
                : NdArray.of((double[]) flat, dataset.getDimensions());
    }
}
