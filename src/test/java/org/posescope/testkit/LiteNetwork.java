package org.posescope.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.posescope.testkit.FlatFile.Table;

/** Writes small networks for TensorFlow Lite; numbers of fields and codes are those of its {@code schema.fbs}, version 3. */
public final class LiteNetwork {
    public static final int FLOAT32 = 0;
    public static final int FLOAT16 = 1;
    public static final int INT32 = 2;
    public static final int UINT8 = 3;

    private final List<Table> tensors = new ArrayList<>();
    private final List<Table> operators = new ArrayList<>();
    private final List<Table> codes = new ArrayList<>();
    private final List<Table> buffers = new ArrayList<>(List.of(new Table()));

    /** A tensor that is given or computed. */
    public int tensor(String name, int... shape) {
        return add(new Table().ints(0, shape).int8(1, FLOAT32).int32(2, 0).text(3, name));
    }

    /** One whose sides below 0 the caller chooses. */
    public int open(String name, int type, int... shape) {
        return add(new Table().ints(0, Arrays.stream(shape).map(Math::abs).toArray()).int8(1, type).int32(2, 0)
                .text(3, name).ints(7, shape));
    }

    public int floats(float[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return constant(FLOAT32, bytes.array(), shape);
    }

    public int ints(int[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return constant(INT32, bytes.array(), shape);
    }

    /** Numbers in half precision, with zeros left out as the sparsity says, if any. */
    public int halves(float[] values, Table sparsity, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort(Float.floatToFloat16(value));
        }
        int tensor = constant(FLOAT16, bytes.array(), shape);
        tensors.get(tensor).table(6, sparsity);
        return tensor;
    }

    private int constant(int type, byte[] data, int... shape) {
        buffers.add(new Table().bytes(0, data));
        return add(new Table().ints(0, shape).int8(1, type).int32(2, buffers.size() - 1).text(3, "constant"));
    }

    private int add(Table tensor) {
        tensors.add(tensor);
        return tensors.size() - 1;
    }

    /** An operator that computes a tensor. */
    public LiteNetwork operator(int code, int output, Table options, int... inputs) {
        codes.add(new Table().int8(0, Math.min(code, Byte.MAX_VALUE)).int32(3, code));
        operators.add(new Table().int32(0, codes.size() - 1).ints(1, inputs).ints(2, output).table(4, options));
        return this;
    }

    public byte[] write(int input, int... outputs) {
        Table graph = new Table().tables(0, tensors).ints(1, input).ints(2, outputs).tables(3, operators);
        return FlatFile
                .of(new Table().int32(0, 3).tables(1, codes).tables(2, List.of(graph)).tables(4, buffers),
                        "TFL3");
    }
}
