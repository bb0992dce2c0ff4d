package org.posescope.detect;

/**
 * Anchor centres of the BlazePose person detector, in the order of its outputs: 28 x 28 cells with 2 anchors each, 14 x 14
 * with 2, 7 x 7 with 6; all of unit size (MediaPipe, {@code modules/pose_detection/pose_detection_cpu.pbtxt}: strides 8, 16,
 * 32, 32, 32, fixed anchor size).
 */
final class BlazePoseAnchors {
    private static final int[][] CELLS_AND_REPEATS = {{28, 2}, {14, 2}, {7, 6}};

    private final float[] centers;

    BlazePoseAnchors() {
        int count = 0;
        for (int[] layer : CELLS_AND_REPEATS) {
            count += layer[0] * layer[0] * layer[1];
        }
        centers = new float[2 * count];
        int at = 0;
        for (int[] layer : CELLS_AND_REPEATS) {
            int cells = layer[0];
            for (int cell = 0; cell < cells * cells; cell++) {
                int column = cell % cells;
                int row = cell / cells;
                for (int repeat = 0; repeat < layer[1]; repeat++) {
                    centers[at++] = (column + 0.5f) / cells;
                    centers[at++] = (row + 0.5f) / cells;
                }
            }
        }
    }

    int count() {
        return centers.length / 2;
    }

    /** X of the centre, 0..1 of the input's width. */
    float x(int anchor) {
        return centers[2 * anchor];
    }

    /** Y of the centre, 0..1 of the input's height. */
    float y(int anchor) {
        return centers[2 * anchor + 1];
    }
}
