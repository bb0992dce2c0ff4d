package org.posescope.network.tensorflow.lite;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.flatbuffer.FlatTable;
import org.posescope.tensor.flatbuffer.FlatVector;

/**
 * A tensor as the file describes it.
 *
 * @param shape    all axes
 * @param type     code of the elements' type
 * @param data     of a constant; empty for what is computed
 * @param sparsity how the data lies where zeros are left out
 */
record LiteTensor(String name, List<Integer> shape, int type, ByteBuffer data, Optional<FlatTable> sparsity) {
    static final int FLOAT32 = 0;
    static final int FLOAT16 = 1;
    static final int INT32 = 2;

    private static final int MOST_AXES = 8;

    static LiteTensor read(FlatTable table, FlatVector buffers) throws MalformedDataException {
        FlatVector shape = table.vector(0);
        if (shape.size() > MOST_AXES) {
            throw new MalformedDataException("it has a tensor of " + shape.size() + " axes");
        }
        FlatTable buffer = buffers.table(table.int32(2, 0));
        return new LiteTensor(table.text(3), shape.list(), table.int8(1, FLOAT32), buffer.raw(0), table.table(6));
    }

    int[] sides() {
        return shape.stream().mapToInt(Integer::intValue).toArray();
    }

    boolean isConstant() {
        return data.hasRemaining();
    }
}
