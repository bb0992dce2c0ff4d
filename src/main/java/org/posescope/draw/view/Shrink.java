package org.posescope.draw.view;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.posescope.frame.Frame;

/** Copies a picture into a part of another one, smaller: each pixel is the mean of those that it covers. */
public final class Shrink {
    private static final int CHANNELS = 4;
    private static final int BYTE = 0xFF;

    private Shrink() {}

    /** @param width of the copy, in the upper left corner of {@code picture}, whose height it has */
    public static void into(Frame picture, Frame frame, int width) {
        int height = picture.height();
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * frame.height() / height);
            int bottom = Math.max(top + 1, (int) ((y + 1L) * frame.height() / height));
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * frame.width() / width);
                int right = Math.max(left + 1, (int) ((x + 1L) * frame.width() / width));
                picture.pixels().set(ValueLayout.JAVA_INT_UNALIGNED, (long) y * picture.stride() + (long) x * CHANNELS,
                        mean(frame, left, top, right, bottom));
            }
        }
    }

    private static int mean(Frame frame, int left, int top, int right, int bottom) {
        MemorySegment pixels = frame.pixels();
        int[] sums = new int[CHANNELS];
        for (int y = top; y < bottom; y++) {
            long row = (long) y * frame.stride();
            for (int x = left; x < right; x++) {
                int pixel = pixels.get(ValueLayout.JAVA_INT_UNALIGNED, row + (long) x * CHANNELS);
                for (int channel = 0; channel < CHANNELS; channel++) {
                    sums[channel] += (pixel >>> (Byte.SIZE * channel)) & BYTE;
                }
            }
        }
        int count = (right - left) * (bottom - top);
        int mean = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            mean |= ((sums[channel] + count / 2) / count) << (Byte.SIZE * channel);
        }
        return mean;
    }
}
