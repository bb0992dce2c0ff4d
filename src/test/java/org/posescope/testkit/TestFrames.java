package org.posescope.testkit;

import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Path;

import org.bytedeco.opencv.opencv_core.Mat;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.PixelBlock;

/** Frames made of a formula or of a picture file. The caller closes them. */
public final class TestFrames {
    private TestFrames() {}

    /** The bytes of a pixel as an int, 0xAARRGGBB. */
    @FunctionalInterface
    public interface Pixels {
        int at(int x, int y);
    }

    public static Frame of(int width, int height, Pixels pixels) {
        PixelBlock block = block(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                // Little-endian, so that blue comes first.
                block.pixels().setAtIndex(ValueLayout.JAVA_INT, (long) y * width + x, pixels.at(x, y));
            }
        }
        return new Frame(block, 0, 0, 0);
    }

    public static Frame load(Path file) {
        try (Mat bgr = imread(file.toString()); Mat bgra = new Mat()) {
            cvtColor(bgr, bgra, COLOR_BGR2BGRA);
            PixelBlock block = block(bgra.cols(), bgra.rows());
            ByteBuffer bytes = bgra.createBuffer();
            block.pixels().copyFrom(MemorySegment.ofBuffer(bytes));
            return new Frame(block, 0, 0, 0);
        }
    }

    /** The pool is closed at once, so that the memory is freed with the frame. */
    private static PixelBlock block(int width, int height) {
        try (FramePool pool = new FramePool()) {
            return pool.acquire(width, height);
        }
    }
}
