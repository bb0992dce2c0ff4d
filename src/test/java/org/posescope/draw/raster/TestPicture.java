package org.posescope.draw.raster;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** A picture of one colour with a canvas on it, between guard rows that nothing may touch. */
public final class TestPicture {
    private static final int GUARD = 0x5A5A5A5A;
    private static final int GUARD_ROWS = 3;

    private final MemorySegment memory;
    private final int width;
    private final int height;
    private final Canvas canvas;

    public TestPicture(int width, int height, int argb) {
        this.width = width;
        this.height = height;
        long guard = (long) GUARD_ROWS * width * Integer.BYTES;
        memory = Arena.ofAuto().allocate(2 * guard + (long) width * height * Integer.BYTES, Integer.BYTES);
        for (long at = 0; at < memory.byteSize(); at += Integer.BYTES) {
            memory.set(ValueLayout.JAVA_INT, at, GUARD);
        }
        canvas = new Canvas(memory.asSlice(guard, (long) width * height * Integer.BYTES), width, height);
        for (long i = 0; i < (long) width * height; i++) {
            memory.set(ValueLayout.JAVA_INT, guard + i * Integer.BYTES, argb);
        }
    }

    public static TestPicture black(int width, int height) {
        return new TestPicture(width, height, Argb.BLACK);
    }

    public Canvas canvas() {
        return canvas;
    }

    public int[] pixels() {
        int[] all = new int[width * height];
        Arrays.setAll(all, i -> canvas.pixel(i % width, i / width));
        return all;
    }

    /** Sum of the green channel, 1 for a white pixel: the area that white covers on black. */
    public double area() {
        return Arrays.stream(pixels()).map(Argb::green).sum() / 255.0;
    }

    public double rowArea(int y) {
        double sum = 0;
        for (int x = 0; x < width; x++) {
            sum += Argb.green(canvas.pixel(x, y)) / 255.0;
        }
        return sum;
    }

    public boolean guardsIntact() {
        long guard = (long) GUARD_ROWS * width;
        long total = memory.byteSize() / Integer.BYTES;
        for (long i = 0; i < guard; i++) {
            if (memory.getAtIndex(ValueLayout.JAVA_INT, i) != GUARD
                    || memory.getAtIndex(ValueLayout.JAVA_INT, total - 1 - i) != GUARD) {
                return false;
            }
        }
        return true;
    }
}
