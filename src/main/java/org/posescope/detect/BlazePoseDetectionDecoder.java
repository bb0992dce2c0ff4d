package org.posescope.detect;

import java.util.ArrayList;
import java.util.List;

import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.tensor.Tensor;

/**
 * Reads the outputs of the BlazePose person detector: 2254 x 12 offsets in input pixels (centre, size, four points) relative
 * to the anchors, and 2254 x 1 score logits (MediaPipe, {@code tensors_to_detections_calculator}). Results are in unit
 * coordinates of the network's input.
 */
final class BlazePoseDetectionDecoder {
    private static final int VALUES = 12;
    private static final int POINTS = 4;
    private static final float MAX_IOU = 0.3f;
    private static final float LOGIT_LIMIT = 100;

    private final BlazePoseAnchors anchors = new BlazePoseAnchors();
    private final int inputSize;
    private final float[] offsets = new float[anchors.count() * VALUES];
    private final float[] logits = new float[anchors.count()];

    BlazePoseDetectionDecoder(int inputSize) {
        this.inputSize = inputSize;
    }

    /** People with a score of at least {@code minScore}, best first. */
    List<ScoredBox> decode(Tensor offsetTensor, Tensor scoreTensor, float minScore) {
        offsetTensor.data().get(offsets);
        scoreTensor.data().get(logits);
        List<ScoredBox> candidates = new ArrayList<>();
        for (int i = 0; i < anchors.count(); i++) {
            float score = sigmoid(logits[i]);
            if (score >= minScore) {
                candidates.add(candidate(i, score));
            }
        }
        return NonMaximumSuppression.weighted(candidates, MAX_IOU);
    }

    private ScoredBox candidate(int anchor, float score) {
        float width = offsets[anchor * VALUES + 2] / inputSize;
        float height = offsets[anchor * VALUES + 3] / inputSize;
        float centerX = x(anchor, 0);
        float centerY = y(anchor, 0);
        List<Keypoint> points = new ArrayList<>(POINTS);
        for (int point = 0; point < POINTS; point++) {
            points.add(new Keypoint(x(anchor, 4 + 2 * point), y(anchor, 4 + 2 * point), score));
        }
        Box box = Box.ofCorners(centerX - width / 2, centerY - height / 2, centerX + width / 2, centerY + height / 2);
        return new ScoredBox(box, score, points);
    }

    private float x(int anchor, int value) {
        return offsets[anchor * VALUES + value] / inputSize + anchors.x(anchor);
    }

    private float y(int anchor, int value) {
        return offsets[anchor * VALUES + value + 1] / inputSize + anchors.y(anchor);
    }

    private static float sigmoid(float logit) {
        return (float) (1 / (1 + Math.exp(-Math.clamp(logit, -LOGIT_LIMIT, LOGIT_LIMIT))));
    }
}
