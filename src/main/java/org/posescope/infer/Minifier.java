package org.posescope.infer;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Halves pictures by averaging 2x2 pixels, so that nothing is finer than the grid on which they are sampled afterwards. Its
 * memory grows to the largest picture that it has met.
 */
final class Minifier implements AutoCloseable {
    private static final int CHANNELS = 4;

    /** Written in turn: each step reads what the one before it wrote. */
    private final BytePointer[] memory = {new BytePointer(0), new BytePointer(0)};

    /**
     * A picture with 1/2^halvings of the sides, valid until the next call. The result is {@code source} itself where there is
     * nothing to halve.
     *
     * @param source BGRA; sides are multiples of 2^halvings
     */
    Mat halve(Mat source, int halvings) {
        Mat result = source;
        for (int step = 0; step < halvings; step++) {
            Mat half = picture(step % memory.length, result.rows() / 2, result.cols() / 2);
            resize(result, half, half.size(), 0, 0, INTER_AREA);
            result = half;
        }
        return result;
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
