package org.posescope.draw.view;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;

/** Smaller copies of pictures: each pixel is the mean of those that it covers. */
public final class Shrink {
    private Shrink() {}

    /**
     * A copy with 1/2^halvings of the sides, at least one pixel, to be closed by the caller.
     *
     * @param frame    stays the caller's
     * @param halvings at least 1
     * @param pool     of the copy's memory
     */
    public static Frame halved(Frame frame, int halvings, FramePool pool) {
        // One after the other: OpenCV is twice as fast with 2 x 2 pixels as with 4 x 4.
        try (Frame half = frame
                .showing(pool.acquire(Math.max(1, frame.width() / 2), Math.max(1, frame.height() / 2)))) {
            into(half, frame, half.width());
            return halvings > 1 ? halved(half, halvings - 1, pool) : half.retain();
        }
    }

    /**
     * Copies a picture into a part of another one.
     *
     * @param width of the copy, in the upper left corner of {@code picture}, whose height it has
     */
    public static void into(Frame picture, Frame frame, int width) {
        try (BytePointer from = new BytePointer(frame.pixels().asByteBuffer());
                BytePointer to = new BytePointer(picture.pixels().asByteBuffer());
                Mat source = new Mat(frame.height(), frame.width(), CV_8UC4, from, frame.stride());
                Mat target = new Mat(picture.height(), width, CV_8UC4, to, picture.stride())) {
            resize(source, target, target.size(), 0, 0, INTER_AREA);
        }
    }
}
