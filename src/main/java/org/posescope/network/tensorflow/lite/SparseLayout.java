package org.posescope.network.tensorflow.lite;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Tensor;
import org.posescope.tensor.flatbuffer.FlatTable;
import org.posescope.tensor.flatbuffer.FlatVector;

/**
 * Where the numbers of a tensor without its zeros belong: axis by axis, in an order of the file's, either all places of the axis or
 * those that a list names ({@code SparsityParameters}; Chou et al. 2018, "Format Abstraction for Sparse Tensor Algebra Compilers").
 * Tensors that are cut into blocks are refused.
 */
final class SparseLayout {
    private static final int SPARSE_CODE = 1;

    private final int[] shape;
    private final int[] order;
    private final int[] strides;
    private final Level[] levels;
    private final int elements;
    private final int[] steps;
    private int next;

    /** The places of an axis that are there, below each place of the axis before it. */
    private interface Level {
        /** The first of them and the one behind the last, counted over the whole axis. */
        int[] range(int parent) throws MalformedDataException;

        int place(int counted);
    }

    /** All of them. */
    private record Dense(int side) implements Level {
        @Override
        public int[] range(int parent) {
            return new int[] {parent * side, (parent + 1) * side};
        }

        @Override
        public int place(int counted) {
            return counted % side;
        }
    }

    /** Those that are listed; a segment of the list belongs to each place before. */
    private static final class Sparse implements Level {
        private final int[] segments;
        private final int[] places;

        Sparse(int[] segments, int[] places) {
            this.segments = segments;
            this.places = places;
        }

        @Override
        public int[] range(int parent) throws MalformedDataException {
            if (parent + 1 >= segments.length || segments[parent] < 0 || segments[parent + 1] > places.length) {
                throw damaged();
            }
            return new int[] {segments[parent], segments[parent + 1]};
        }

        @Override
        public int place(int counted) {
            return places[counted];
        }
    }

    SparseLayout(int[] shape, FlatTable sparsity) throws MalformedDataException {
        this.shape = shape;
        this.order = sparsity.vector(0).numbers();
        this.elements = Tensor.elements(shape);
        this.steps = new int[shape.length];
        FlatVector metadata = sparsity.vector(2);
        boolean each = Arrays.equals(IntStream.of(order).sorted().toArray(),
                IntStream.range(0, shape.length).toArray());
        if (!each || metadata.size() != shape.length || sparsity.vector(1).size() > 0) {
            throw new MalformedDataException("it has a sparse tensor in blocks, which is not known here");
        }
        strides = strides(shape);
        levels = new Level[shape.length];
        for (int level = 0; level < levels.length; level++) {
            levels[level] = level(metadata.table(level), shape[order[level]]);
        }
    }

    private static Level level(FlatTable metadata, int side) throws MalformedDataException {
        if (metadata.int8(0, 0) == SPARSE_CODE) {
            return new Sparse(indices(metadata, 2), indices(metadata, 4));
        }
        if (metadata.int32(1, 0) != side) {
            throw damaged();
        }
        return new Dense(side);
    }

    /** Whole numbers of four, two or one bytes, without sign. */
    private static int[] indices(FlatTable metadata, int typeField) throws MalformedDataException {
        FlatTable list = metadata.table(typeField + 1).orElseThrow(SparseLayout::damaged);
        return switch (metadata.int8(typeField, 0)) {
            case 1 -> list.vector(0).numbers();
            case 2 -> {
                ByteBuffer pairs = list.raw(0, Short.BYTES);
                yield IntStream.range(0, pairs.limit() / Short.BYTES)
                        .map(i -> Short.toUnsignedInt(pairs.getShort(Short.BYTES * i))).toArray();
            }
            case 3 -> {
                ByteBuffer bytes = list.raw(0);
                yield IntStream.range(0, bytes.limit()).map(i -> Byte.toUnsignedInt(bytes.get(i))).toArray();
            }
            default -> throw damaged();
        };
    }

    /** The numbers in their places, zeros elsewhere. */
    float[] dense(float[] numbers) throws MalformedDataException {
        float[] result = new float[elements];
        next = 0;
        Arrays.fill(steps, 0);
        fill(0, 0, 0, numbers, result);
        if (next != numbers.length) {
            throw damaged();
        }
        return result;
    }

    private void fill(int level, int parent, int offset, float[] numbers, float[] result)
            throws MalformedDataException {
        if (level == levels.length) {
            if (next == numbers.length) {
                throw damaged();
            }
            result[offset] = numbers[next++];
            return;
        }
        int side = shape[order[level]];
        int stride = strides[order[level]];
        int[] range = levels[level].range(parent);
        for (int i = range[0]; i < range[1]; i++) {
            int place = levels[level].place(i);
            // A sound file comes to no more places of an axis than the tensor has.
            if (place < 0 || place >= side || ++steps[level] > elements) {
                throw damaged();
            }
            fill(level + 1, i, offset + place * stride, numbers, result);
        }
    }

    /** Numbers from one place of each axis to the next. */
    private static int[] strides(int[] shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }

    private static MalformedDataException damaged() {
        return new MalformedDataException("it has a damaged sparse tensor");
    }
}
