package org.posescope.network.tensorflow.lite;

import java.util.List;
import java.util.Optional;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.flatbuffer.FlatTable;
import org.posescope.tensor.flatbuffer.FlatVector;

/**
 * An operator as the file describes it.
 *
 * @param code    which one
 * @param inputs  numbers of tensors; -1 for one that is left out
 * @param outputs numbers of tensors
 * @param options empty where all are left out
 */
record LiteOperator(int code, List<Integer> inputs, List<Integer> outputs, Optional<FlatTable> options) {
    private static final int MOST_TENSORS = 1 << 10;

    static LiteOperator read(FlatTable table, FlatVector codes) throws MalformedDataException {
        FlatTable code = codes.table(table.int32(0, 0));
        // Codes beyond a byte have a field of their own; the first is then at its end.
        int number = Math.max(code.int8(0, 0), code.int32(3, 0));
        return new LiteOperator(number, numbers(table.vector(1)), numbers(table.vector(2)), table.table(4));
    }

    private static List<Integer> numbers(FlatVector tensors) throws MalformedDataException {
        if (tensors.size() > MOST_TENSORS) {
            throw new MalformedDataException("it has an operator of " + tensors.size() + " tensors");
        }
        return tensors.list();
    }

    /** The number of an input that must be there. */
    int input(int index) throws MalformedDataException {
        if (index >= inputs.size()) {
            throw new MalformedDataException("it has an operator of kind " + code + " with too few inputs");
        }
        return inputs.get(index);
    }

    /** The only output. */
    int output() throws MalformedDataException {
        if (outputs.size() != 1) {
            throw new MalformedDataException("it has an operator of kind " + code + " with several outputs");
        }
        return outputs.getFirst();
    }

    /** An option of one byte. */
    int int8(int field) throws MalformedDataException {
        return options.isPresent() ? options.get().int8(field, 0) : 0;
    }

    /** An option of four bytes. */
    int int32(int field, int otherwise) throws MalformedDataException {
        return options.isPresent() ? options.get().int32(field, otherwise) : otherwise;
    }
}
