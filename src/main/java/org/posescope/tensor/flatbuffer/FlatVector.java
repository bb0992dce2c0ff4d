package org.posescope.tensor.flatbuffer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.tensor.MalformedDataException;

/** A vector of four-byte elements in a flat buffer: numbers, or references to tables. */
public final class FlatVector {
    /** One that is not in the file. */
    static final FlatVector EMPTY = new FlatVector(new FlatBytes(ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN)),
            0, 0);

    private final FlatBytes bytes;
    private final int start;
    private final int size;

    private FlatVector(FlatBytes bytes, int start, int size) {
        this.bytes = bytes;
        this.start = start;
        this.size = size;
    }

    static FlatVector at(FlatBytes bytes, int start) throws MalformedDataException {
        return new FlatVector(bytes, start, bytes.length(start, Integer.BYTES));
    }

    public int size() {
        return size;
    }

    public int number(int index) throws MalformedDataException {
        return bytes.int32(element(index));
    }

    /** All numbers. */
    public int[] numbers() throws MalformedDataException {
        int[] numbers = new int[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = number(i);
        }
        return numbers;
    }

    /** All numbers. */
    public List<Integer> list() throws MalformedDataException {
        return IntStream.of(numbers()).boxed().toList();
    }

    public FlatTable table(int index) throws MalformedDataException {
        return FlatTable.at(bytes, bytes.target(element(index)));
    }

    public void putNumber(int index, int number) throws MalformedDataException {
        bytes.putInt32(element(index), number);
    }

    /** Puts a number to an earlier place. */
    public void moveNumber(int from, int to) throws MalformedDataException {
        bytes.putInt32(element(to), number(from));
    }

    /** Puts a reference to an earlier place; it is a distance, so it grows. */
    public void moveTable(int from, int to) throws MalformedDataException {
        int target = bytes.target(element(from));
        bytes.putInt32(element(to), target - element(to));
    }

    /** Leaves out the elements from {@code newSize} on, in the file; this view keeps its size. */
    public void truncate(int newSize) throws MalformedDataException {
        if (newSize < size) {
            bytes.putInt32(start, newSize);
        }
    }

    private int element(int index) throws MalformedDataException {
        if (index < 0 || index >= size) {
            throw new MalformedDataException("it names the element " + index + " of a list of " + size);
        }
        return start + Integer.BYTES * (1 + index);
    }
}
