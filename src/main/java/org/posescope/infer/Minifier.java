package org.posescope.infer;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Halves pictures by averaging 2x2 pixels, so that nothing is finer than the grid on which they are sampled afterwards. Its
 * memory grows to the largest result that it has given; what lies between source and result is made in bands.
 */
final class Minifier implements AutoCloseable {
    private static final int CHANNELS = 4;
    /** Of the source, few enough for what a band becomes to stay in the cache of a core. */
    private static final int BAND_PIXELS = 1 << 17;
    private static final int RESULT = 2;

    /** Two for what lies between, written in turn: each step reads what the one before it wrote. */
    private final BytePointer[] memory = {new BytePointer(0), new BytePointer(0), new BytePointer(0)};

    /**
     * A picture with 1/2^halvings of the sides, valid until the next call. The result is {@code source} itself where there is
     * nothing to halve.
     *
     * @param source BGRA; sides are multiples of 2^halvings
     */
    Mat halve(Mat source, int halvings) {
        if (halvings == 0) {
            return source;
        }
        Mat result = picture(RESULT, source.rows() >> halvings, source.cols() >> halvings);
        int rows = Math.max(1, (BAND_PIXELS / source.cols()) >> halvings);
        for (int row = 0; row < result.rows(); row += rows) {
            int end = Math.min(row + rows, result.rows());
            halveBand(source.rowRange(row << halvings, end << halvings), result.rowRange(row, end), halvings);
        }
        return result;
    }

    private void halveBand(Mat source, Mat result, int halvings) {
        Mat from = source;
        for (int step = 1; step < halvings; step++) {
            Mat half = picture(step % RESULT, from.rows() / 2, from.cols() / 2);
            resize(from, half, half.size(), 0, 0, INTER_AREA);
            from = half;
        }
        resize(from, result, result.size(), 0, 0, INTER_AREA);
    }

    private Mat picture(int index, int rows, int columns) {
        long bytes = (long) rows * columns * CHANNELS;
        if (memory[index].capacity() < bytes) {
            memory[index].close();
            // Retained, so that it outlives the scope in which the call is made.
            memory[index] = new BytePointer(bytes).retainReference();
        }
        return new Mat(rows, columns, CV_8UC4, memory[index]);
    }

    @Override
    public void close() {
        for (BytePointer block : memory) {
            block.close();
        }
    }
}
