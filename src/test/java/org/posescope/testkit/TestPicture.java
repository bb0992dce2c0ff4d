package org.posescope.testkit;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.posescope.frame.Frame;

/** What a pixel of the n-th picture of a test video looks like: blue, green, red and alpha, from the lowest byte up. */
@FunctionalInterface
public interface TestPicture {
    /** Bits of an index that a picture can show. */
    int INDEX_BITS = 12;

    /** @param x, y relative to the size, 0 to 1 */
    int bgra(int index, double x, double y);

    /** Twelve vertical bars, white for the ones and black for the noughts of the index, highest bit left. */
    static TestPicture index() {
        return (index, x, y) -> (index >> (INDEX_BITS - 1 - (int) (x * INDEX_BITS)) & 1) == 1 ? 0xFFFFFFFF : 0xFF000000;
    }

    /** The index that a frame with the picture {@link #index} shows. */
    static int indexOf(Frame frame) {
        int index = 0;
        for (int bit = 0; bit < INDEX_BITS; bit++) {
            int green = bgra(frame, (bit + 0.5) / INDEX_BITS, 0.5) >> 8 & 0xFF;
            index = index << 1 | (green > 127 ? 1 : 0);
        }
        return index;
    }

    /** One colour everywhere. */
    static TestPicture flat(int bgra) {
        return (index, x, y) -> bgra;
    }

    /** Four colours: top left red, top right green, bottom left blue, bottom right white. */
    static TestPicture corners() {
        return (index, x, y) -> y < 0.5 ? x < 0.5 ? 0xFFFF0000 : 0xFF00FF00 : x < 0.5 ? 0xFF0000FF : 0xFFFFFFFF;
    }

    /** The pixel of a frame at a place relative to its size. */
    static int bgra(Frame frame, double x, double y) {
        MemorySegment pixels = frame.pixels();
        long column = (long) (x * frame.width());
        long row = (long) (y * frame.height());
        return pixels.get(ValueLayout.JAVA_INT_UNALIGNED, row * frame.stride() + column * Integer.BYTES);
    }

    /** The nearest of red, green, blue, white and black ('R', 'G', 'B', 'W', 'K') at the four corners, row by row. */
    static String cornersOf(Frame frame) {
        return "" + nearest(bgra(frame, 0.2, 0.2)) + nearest(bgra(frame, 0.8, 0.2)) + nearest(bgra(frame, 0.2, 0.8))
                + nearest(bgra(frame, 0.8, 0.8));
    }

    private static char nearest(int bgra) {
        boolean red = (bgra >> 16 & 0xFF) > 127;
        boolean green = (bgra >> 8 & 0xFF) > 127;
        boolean blue = (bgra & 0xFF) > 127;
        if (red == green && green == blue) {
            return red ? 'W' : 'K';
        }
        return red ? 'R' : green ? 'G' : 'B';
    }
}
