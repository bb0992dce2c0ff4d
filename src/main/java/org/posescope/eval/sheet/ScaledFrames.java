package org.posescope.eval.sheet;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.posescope.draw.PictureFit;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;

/** Frames in another size. */
final class ScaledFrames {
    private final FramePool pool;

    /** @param pool where their memory comes from; must stay open as long as this is used */
    ScaledFrames(FramePool pool) {
        this.pool = pool;
    }

    /** The frame as large as fits into a rectangle, its aspect kept but for sides of less than a pixel; closed by the caller. */
    Frame fitted(Frame frame, int width, int height) {
        double scale = PictureFit.of(frame.width(), frame.height(), width, height).scale();
        Frame scaled = frame
                .showing(pool.acquire(side(frame.width(), scale, width), side(frame.height(), scale, height)));
        try (BytePointer from = new BytePointer(frame.pixels().asByteBuffer());
                BytePointer to = new BytePointer(scaled.pixels().asByteBuffer());
                Mat source = new Mat(frame.height(), frame.width(), CV_8UC4, from, frame.stride());
                Mat target = new Mat(scaled.height(), scaled.width(), CV_8UC4, to, scaled.stride())) {
            resize(source, target, target.size(), 0, 0, INTER_AREA);
        }
        return scaled;
    }

    private static int side(int length, double scale, int most) {
        return Math.clamp(Math.round(length * scale), 1, most);
    }
}
