package org.posescope.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a {@code .npy} file says of its array before the data: type, order and shape.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
 */
public final class NpyHeader {
    /** First bytes of every file of the format, before its two version bytes. */
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final int ALIGNMENT = 64;
    private static final int MOST_AXES = 64;

    private final DType dtype;
    private final boolean fortranOrder;
    private final int[] shape;

    NpyHeader(DType dtype, boolean fortranOrder, int... shape) {
        this.dtype = dtype;
        this.fortranOrder = fortranOrder;
        this.shape = shape.clone();
    }

    /**
     * The header whose dictionary says this.
     *
     * @throws MalformedDataException when no array of this shape can be held in memory
     */
    static NpyHeader checked(DType dtype, boolean fortranOrder, long... shape) throws MalformedDataException {
        String sides = Quoted.of(Arrays.toString(shape));
        if (shape.length > MOST_AXES) {
            throw new MalformedDataException("it has " + shape.length + " axes");
        }
        long bytes = dtype.itemSize();
        for (long side : shape) {
            if (side < 0 || side > Integer.MAX_VALUE) {
                throw new MalformedDataException("the shape " + sides + " is impossible");
            }
            bytes = Math.min(bytes * Math.max(side, 1), Integer.MAX_VALUE + 1L);
        }
        if (bytes > Integer.MAX_VALUE) {
            throw new MalformedDataException("the shape " + sides + " of " + dtype + " needs more than 2 GiB");
        }
        return new NpyHeader(dtype, fortranOrder, Arrays.stream(shape).mapToInt(Math::toIntExact).toArray());
    }

    public DType dtype() {
        return dtype;
    }

    /** Whether the first axis varies fastest in the data. */
    public boolean isFortranOrder() {
        return fortranOrder;
    }

    public int[] shape() {
        return shape.clone();
    }

    /** Length of the data that follows. */
    public int dataBytes() {
        return Tensor.elements(shape) * dtype.itemSize();
    }

    /** The file's beginning up to the data: format version 1.0, padded so that the data starts at a multiple of 64. */
    byte[] encode() {
        String sides = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String dictionary = "{'descr': '" + dtype.descr() + "', 'fortran_order': " + (fortranOrder ? "True" : "False")
                + ", 'shape': (" + sides + (shape.length == 1 ? "," : "") + "), }";
        int preamble = MAGIC.length + 2 + Short.BYTES;
        int total = (preamble + dictionary.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] bytes = new byte[total];
        Arrays.fill(bytes, (byte) ' ');
        bytes[total - 1] = '\n';
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).put((byte) 1).put((byte) 0)
                .putShort((short) (total - preamble)).put(dictionary.getBytes(StandardCharsets.US_ASCII));
        return bytes;
    }
}
