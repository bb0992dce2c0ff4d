package org.posescope.pose.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.frame.Region;
import org.posescope.pose.Face;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;
import org.posescope.tensor.Tensor;

/** Reads the outputs of the face mesh network (MediaPipe, {@code face_landmark_cpu.pbtxt}). */
final class FaceMeshDecoder {
    private static final float LEAST_PRESENCE = 0.5f;
    private static final int POINTS = Skeletons.FACE468.size();

    private final int inputSize;

    FaceMeshDecoder(int inputSize) {
        this.inputSize = inputSize;
    }

    /**
     * The face in the region, if one is there.
     *
     * @param landmarks 468 x (x, y, z) in input pixels
     * @param presence  1, a logit
     */
    Optional<Face> decode(Region region, Tensor landmarks, Tensor presence) {
        float present = (float) (1 / (1 + Math.exp(-presence.get(0))));
        if (present <= LEAST_PRESENCE) {
            return Optional.empty();
        }
        List<Keypoint> points = new ArrayList<>(POINTS);
        List<Float> depths = new ArrayList<>(POINTS);
        for (int i = 0; i < POINTS; i++) {
            float u = landmarks.get(3 * i) / inputSize;
            float v = landmarks.get(3 * i + 1) / inputSize;
            points.add(new Keypoint(region.frameX(u, v), region.frameY(u, v), present));
            depths.add(landmarks.get(3 * i + 2) / inputSize * region.width());
        }
        return Optional.of(new Face(present, new Keypoints(Skeletons.FACE468, points), depths));
    }
}
