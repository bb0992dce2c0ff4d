package org.posescope.testkit;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.PixelBlock;

/** Pictures that carry a number as black and white bars along their upper edge, which survives compression. */
public final class TestPictures {
    private static final int BITS = 12;
    private static final int BAR_HEIGHT = 16;
    private static final int WHITE = 0xffffffff;
    private static final int BLACK = 0xff000000;

    /** Luma at a pixel, 16 (black) to 235 (white). */
    @FunctionalInterface
    public interface Luma {
        int at(int x, int y);
    }

    private TestPictures() {}

    /** BGRA pixels with a number from 0 to 4095 above a moving colour gradient. */
    public static MemorySegment numbered(Arena arena, int width, int height, int number) {
        MemorySegment pixels = arena.allocate(4L * width * height, 64);
        paint(pixels, width, height, number);
        return pixels;
    }

    /** The same as a frame from a pool, held by the caller. */
    public static Frame frame(FramePool pool, int width, int height, int number, long ptsMicros) {
        PixelBlock block = pool.acquire(width, height);
        paint(block.pixels(), width, height, number);
        return new Frame(block, number, ptsMicros, System.nanoTime());
    }

    private static void paint(MemorySegment pixels, int width, int height, int number) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = y < BAR_HEIGHT ? bar(width, x, number) : gradient(x + 2 * number, y);
                pixels.setAtIndex(ValueLayout.JAVA_INT_UNALIGNED, (long) y * width + x, colour);
            }
        }
    }

    private static int bar(int width, int x, int number) {
        int bit = Math.min(BITS - 1, x * BITS / width);
        return (number >> bit & 1) == 1 ? WHITE : BLACK;
    }

    private static int gradient(int x, int y) {
        int blue = x / 2 & 0xff;
        int green = y / 2 & 0xff;
        int red = (x + y) / 3 & 0xff;
        return 0xff000000 | red << 16 | green << 8 | blue;
    }

    /** Reads the number back. */
    public static int number(int width, Luma luma) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int x = (2 * bit + 1) * width / (2 * BITS);
            if (luma.at(x, BAR_HEIGHT / 2) > 125) {
                number |= 1 << bit;
            }
        }
        return number;
    }
}
