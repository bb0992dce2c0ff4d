package org.posescope.infer;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.merge;
import static org.bytedeco.opencv.global.opencv_core.split;

import java.util.stream.IntStream;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.posescope.model.InputSpec;
import org.posescope.tensor.Tensor;

/**
 * Turns BGRA pixels of the size of an input into its numbers, {@code (channel - mean) * scale}, in the order of its channels
 * and axes.
 */
final class TensorWriter implements AutoCloseable {
    private static final int CHANNELS = 3;
    /** Few enough for what is between to stay in the cache of a core. */
    private static final int BAND_PIXELS = 1 << 14;
    private static final int[] BGR = {0, 1, 2};
    private static final int[] RGB = {2, 1, 0};

    private final InputSpec input;
    private final int[] order;
    private final int rows;
    private final NativeResources resources = new NativeResources();
    private final Mat[] bytes;
    private final Mat[] floats;
    private final MatVector byteVector;
    private final MatVector floatVector;

    TensorWriter(InputSpec input) {
        this.input = input;
        this.order = input.colorOrder() == InputSpec.ColorOrder.RGB ? RGB : BGR;
        this.rows = rows(input.width(), input.height());
        this.bytes = planes(CHANNELS + 1, CV_8UC1);
        this.floats = planes(input.layout() == InputSpec.Layout.NCHW ? 0 : CHANNELS, CV_32FC1);
        this.byteVector = resources.own(new MatVector(bytes));
        this.floatVector = resources.own(new MatVector(floats));
    }

    /** Of a band: all bands have as many, because OpenCV makes results of another size anew. */
    private static int rows(int width, int height) {
        return IntStream.rangeClosed(1, height).filter(each -> height % each == 0 && each * width <= BAND_PIXELS).max()
                .orElse(1);
    }

    private Mat[] planes(int count, int type) {
        Mat[] planes = new Mat[count];
        for (int i = 0; i < count; i++) {
            planes[i] = resources.own(new Mat(rows, input.width(), type));
        }
        return planes;
    }

    /** Fills one picture of the batch. */
    void write(Mat bgra, Tensor target, int batchIndex) {
        long planeSize = (long) input.width() * input.height();
        FloatPointer picture = new FloatPointer(target.data()).getPointer(batchIndex * planeSize * CHANNELS);
        for (int row = 0; row < input.height(); row += rows) {
            split(bgra.rowRange(row, row + rows), byteVector);
            long first = (long) row * input.width();
            if (input.layout() == InputSpec.Layout.NCHW) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    normalize(channel, view(picture.getPointer(channel * planeSize + first), CV_32FC1));
                }
            } else {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    normalize(channel, floats[channel]);
                }
                merge(floatVector, view(picture.getPointer(first * CHANNELS), CV_32FC3));
            }
        }
    }

    private void normalize(int channel, Mat target) {
        double scale = input.scale().get(channel);
        bytes[order[channel]].convertTo(target, CV_32F, scale, -scale * input.mean().get(channel));
    }

    /** Memory of a band of the tensor; OpenCV writes into it because size and type are those of the result. */
    private Mat view(FloatPointer memory, int type) {
        return new Mat(rows, input.width(), type, memory);
    }

    @Override
    public void close() {
        resources.close();
    }
}
