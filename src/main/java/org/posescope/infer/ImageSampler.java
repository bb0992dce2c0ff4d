package org.posescope.infer;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.model.InputSpec;
import org.posescope.tensor.Tensor;

/**
 * The way of pixels into a network: samples a turned region of a frame on the grid of the network's input.
 *
 * <p>
 * Coordinates are continuous: pixel i covers [i, i + 1), its centre is i + 0.5, in frames and in inputs alike. Input pixel
 * (i, j) therefore shows the point {@code u = (i + 0.5) / width, v = (j + 0.5) / height} of the region, and a point (x, y) that
 * a network finds in its input lies at {@link Region#frameX}{@code (x / width, y / height)} in the frame. A region of negative
 * width gives the mirrored picture, and the same formulas hold.
 *
 * <p>
 * Sampling is bilinear. Where the region has at least twice the pixels of the input it is first halved until it has not,
 * because bilinear sampling sees two neighbouring pixels and would skip the ones between.
 *
 * <p>
 * One thread uses a sampler at a time. Its native memory is made once, grows with the frames, and lives until it is closed.
 */
public final class ImageSampler implements AutoCloseable {
    private final InputSpec input;
    private final NativeResources resources = new NativeResources();
    private final Minifier minifier = new Minifier();
    private final TensorWriter writer;
    private final Mat patch;
    private final Mat inputToWindow;
    private final Size size;

    public ImageSampler(InputSpec input) {
        // Process-wide in OpenCV: each stage of the pipeline has a thread already, and its pictures are small.
        setNumThreads(1);
        this.input = input;
        this.writer = new TensorWriter(input);
        this.patch = resources.own(new Mat(input.height(), input.width(), CV_8UC4));
        this.inputToWindow = resources.own(new Mat(2, 3, CV_64FC1));
        this.size = resources.own(new Size(input.width(), input.height()));
    }

    /** What this sampler fills. */
    public InputSpec input() {
        return input;
    }

    /**
     * Fills one picture of a batch.
     *
     * @param region     in pixels of the frame, may reach beyond it
     * @param border     for what lies beyond the frame
     * @param target     direct memory, {@link InputSpec#shape} of any batch
     * @param batchIndex from 0
     * @throws IllegalArgumentException when the region is empty or not finite, or the target is of another kind
     * @throws IllegalStateException    when the sampler is closed
     */
    public void sample(Frame frame, Region region, Border border, Tensor target, int batchIndex) {
        if (patch.isNull()) {
            throw new IllegalStateException("the sampler is closed");
        }
        requireRegion(region);
        requireTarget(target, batchIndex);
        SourceWindow window = SourceWindow.of(region, input, frame.width(), frame.height());
        try (PointerScope _ = new PointerScope()) {
            Mat source = minifier.halve(pixels(frame, window), window.halvings());
            placeGrid(region, window);
            switch (border) {
                case Border.Constant(int level) -> warp(source, BORDER_CONSTANT, level);
                case Border.Replicate() -> warp(source, BORDER_REPLICATE, 0);
            }
            writer.write(patch, target, batchIndex);
        }
    }

    private static void requireRegion(Region region) {
        boolean finite = Float.isFinite(region.centerX()) && Float.isFinite(region.centerY())
                && Float.isFinite(region.width()) && Float.isFinite(region.height())
                && Float.isFinite(region.rotation());
        if (!finite || region.width() == 0 || region.height() == 0) {
            throw new IllegalArgumentException("nothing can be sampled from " + region);
        }
    }

    private void requireTarget(Tensor target, int batchIndex) {
        int batch = target.rank() == 0 ? 0 : target.dimension(0);
        FloatBuffer data = target.data();
        if (!Arrays.equals(target.shape(), input.shape(batch)) || batchIndex < 0 || batchIndex >= batch
                || !data.isDirect() || data.order() != ByteOrder.nativeOrder()) {
            throw new IllegalArgumentException(
                    "picture " + batchIndex + " of " + target + " is no direct memory of shape "
                            + Arrays.toString(input.shape(Math.max(1, batch))));
        }
    }

    private static Mat pixels(Frame frame, SourceWindow window) {
        long offset = (long) window.top() * frame.stride() + (long) window.left() * Integer.BYTES;
        MemorySegment pixels = frame.pixels().asSlice(offset);
        return new Mat(window.height(), window.width(), CV_8UC4, new BytePointer(pixels.asByteBuffer()),
                frame.stride());
    }

    /** The affine map from the indices of input pixels to those of the halved window; indices lie half a pixel below. */
    private void placeGrid(Region region, SourceWindow window) {
        double cos = Math.cos(region.rotation()) / window.pixelSide();
        double sin = Math.sin(region.rotation()) / window.pixelSide();
        double stepX = (double) region.width() / input.width();
        double stepY = (double) region.height() / input.height();
        double firstX = (0.5 * stepX) - (0.5 * region.width());
        double firstY = (0.5 * stepY) - (0.5 * region.height());
        double centerX = ((double) region.centerX() - window.left()) / window.pixelSide();
        double centerY = ((double) region.centerY() - window.top()) / window.pixelSide();
        inputToWindow.<DoubleBuffer>createBuffer()
                .put(stepX * cos).put(-stepY * sin).put(centerX + firstX * cos - firstY * sin - 0.5)
                .put(stepX * sin).put(stepY * cos).put(centerY + firstX * sin + firstY * cos - 0.5);
    }

    private void warp(Mat source, int borderMode, int level) {
        warpAffine(source, patch, inputToWindow, size, INTER_LINEAR | WARP_INVERSE_MAP, borderMode,
                new Scalar(level, level, level, level));
    }

    @Override
    public void close() {
        writer.close();
        minifier.close();
        resources.close();
    }
}
