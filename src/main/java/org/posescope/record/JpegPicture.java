package org.posescope.record;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.PixelBlock;

/** A picture that takes a tenth of its memory or less, with what JPEG loses. Owns native memory. One thread at a time. */
public final class JpegPicture implements AutoCloseable {
    private static final int QUALITY = 88;

    private final BytePointer encoded;
    private final int width;
    private final int height;

    private JpegPicture(BytePointer encoded, int width, int height) {
        this.encoded = encoded;
        this.width = width;
        this.height = height;
    }

    /** @param frame stays the caller's */
    public static JpegPicture of(Frame frame) {
        BytePointer encoded = new BytePointer();
        try (BytePointer pixels = new BytePointer(frame.pixels().asByteBuffer());
                Mat bgra = new Mat(frame.height(), frame.width(), CV_8UC4, pixels, frame.stride());
                Mat opaque = new Mat();
                IntPointer quality = new IntPointer(IMWRITE_JPEG_QUALITY, QUALITY)) {
            cvtColor(bgra, opaque, COLOR_BGRA2BGR);
            if (!imencode(".jpg", opaque, encoded, quality)) {
                throw new IllegalStateException("no JPEG of " + frame.width() + " x " + frame.height() + " pixels");
            }
        }
        return new JpegPicture(encoded, frame.width(), frame.height());
    }

    /** How much memory it takes. */
    public long bytes() {
        return encoded.limit();
    }

    /** The picture in a block of the pool, the caller's to release. */
    public PixelBlock restore(FramePool pool) {
        PixelBlock block = pool.acquire(width, height);
        try (Mat bytes = new Mat(1, Math.toIntExact(encoded.limit()), CV_8UC1, encoded);
                Mat opaque = imdecode(bytes, IMREAD_COLOR);
                BytePointer pixels = new BytePointer(block.pixels().asByteBuffer());
                Mat bgra = new Mat(height, width, CV_8UC4, pixels)) {
            cvtColor(opaque, bgra, COLOR_BGR2BGRA);
        } catch (RuntimeException | Error e) {
            block.release();
            throw e;
        }
        return block;
    }

    @Override
    public void close() {
        encoded.close();
    }
}
