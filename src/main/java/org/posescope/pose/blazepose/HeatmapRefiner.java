package org.posescope.pose.blazepose;

import java.nio.FloatBuffer;

/**
 * Moves a landmark to the centre of mass of its heatmap around it (MediaPipe,
 * {@code refine_landmarks_from_heatmap_calculator}, kernel 7, confidence 0.5).
 */
final class HeatmapRefiner {
    private static final int REACH = 3;
    private static final float MIN_CONFIDENCE = 0.5f;

    private final int side;
    private final int channels;

    /** For heatmap logits of shape {@code side x side x channels}. */
    HeatmapRefiner(int side, int channels) {
        this.side = side;
        this.channels = channels;
    }

    /** Refines x, y of one landmark in unit coordinates in place at {@code xy[0], xy[1]}. */
    void refine(FloatBuffer heatmaps, int channel, float[] xy) {
        int column = (int) (xy[0] * side);
        int row = (int) (xy[1] * side);
        if (column < 0 || column >= side || row < 0 || row >= side) {
            return;
        }
        float sum = 0;
        float sumX = 0;
        float sumY = 0;
        float best = 0;
        for (int r = Math.max(0, row - REACH); r <= Math.min(side - 1, row + REACH); r++) {
            for (int c = Math.max(0, column - REACH); c <= Math.min(side - 1, column + REACH); c++) {
                float confidence = Sigmoid.of(heatmaps.get((r * side + c) * channels + channel));
                sum += confidence;
                sumX += confidence * c;
                sumY += confidence * r;
                best = Math.max(best, confidence);
            }
        }
        if (best >= MIN_CONFIDENCE) {
            xy[0] = sumX / sum / side;
            xy[1] = sumY / sum / side;
        }
    }
}
