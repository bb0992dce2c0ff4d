package org.posescope.frame.ffmpeg;

import java.nio.ByteOrder;
import java.nio.IntBuffer;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * How a stored picture must be turned to be upright: one of the eight symmetries of a rectangle. First rows and columns
 * are swapped, then left and right, then top and bottom.
 *
 * @param transposed rows become columns
 * @param mirrored   left and right are swapped
 * @param flipped    top and bottom are swapped
 */
record Orientation(boolean transposed, boolean mirrored, boolean flipped) {
    static final Orientation UPRIGHT = new Orientation(false, false, false);

    private static final int BOTH_AXES = -1;
    private static final int X_AXIS = 0;
    private static final int Y_AXIS = 1;

    /** What the camera wrote into the container or into EXIF; upright where it wrote nothing. */
    static Orientation of(AVFrame picture) {
        AVFrameSideData matrix = avutil.av_frame_get_side_data(picture, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
        return matrix == null
                ? UPRIGHT
                : ofMatrix(matrix.data().capacity(matrix.size()).asByteBuffer().order(ByteOrder.nativeOrder())
                        .asIntBuffer());
    }

    /**
     * From a display matrix {@code (a b u; c d v; x y w)}, which takes a point (p, q) of the stored picture, x right and y
     * down, to (a p + c q + x, b p + d q + y) ({@code libavutil/display.h}). Other angles are taken to the nearest right
     * angle.
     *
     * @param matrix nine numbers, row by row
     */
    static Orientation ofMatrix(IntBuffer matrix) {
        long a = matrix.get(0);
        long b = matrix.get(1);
        long c = matrix.get(3);
        long d = matrix.get(4);
        boolean transposed = Math.abs(b) + Math.abs(c) > Math.abs(a) + Math.abs(d);
        return transposed ? new Orientation(true, c < 0, b < 0) : new Orientation(false, a < 0, d < 0);
    }

    boolean upright() {
        return equals(UPRIGHT);
    }

    /** Writes {@code stored}, turned upright, into {@code upright}, which has the right size and type already. */
    void apply(Mat stored, Mat upright) {
        if (transposed) {
            opencv_core.transpose(stored, upright);
        }
        Mat from = transposed ? upright : stored;
        if (mirrored || flipped) {
            opencv_core.flip(from, upright, mirrored && flipped ? BOTH_AXES : mirrored ? Y_AXIS : X_AXIS);
        } else if (!transposed) {
            stored.copyTo(upright);
        }
    }
}
