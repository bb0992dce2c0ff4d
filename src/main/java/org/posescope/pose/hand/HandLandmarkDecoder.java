package org.posescope.pose.hand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.frame.Region;
import org.posescope.pose.Hand;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;
import org.posescope.tensor.Tensor;

/** Reads the outputs of the hand landmark network (MediaPipe, {@code hand_landmark_cpu.pbtxt}). */
final class HandLandmarkDecoder {
    private static final float LEAST_PRESENCE = 0.5f;
    private static final int POINTS = Skeletons.HAND21.size();

    private final int inputSize;

    HandLandmarkDecoder(int inputSize) {
        this.inputSize = inputSize;
    }

    /**
     * The hand in the region, if one is there.
     *
     * @param landmarks 21 x (x, y, z) in input pixels
     * @param presence  1, 0..1
     * @param world     21 x 3, metres, axes of the turned region
     */
    Optional<Hand> decode(Region region, Tensor landmarks, Tensor presence, Tensor world) {
        float present = presence.get(0);
        if (present <= LEAST_PRESENCE) {
            return Optional.empty();
        }
        float cos = (float) Math.cos(region.rotation());
        float sin = (float) Math.sin(region.rotation());
        List<Keypoint> points = new ArrayList<>(POINTS);
        List<Joint> joints = new ArrayList<>(POINTS);
        for (int i = 0; i < POINTS; i++) {
            float u = landmarks.get(3 * i) / inputSize;
            float v = landmarks.get(3 * i + 1) / inputSize;
            points.add(new Keypoint(region.frameX(u, v), region.frameY(u, v), present));
            float x = world.get(3 * i);
            float y = world.get(3 * i + 1);
            joints.add(new Joint(cos * x - sin * y, sin * x + cos * y, world.get(3 * i + 2), present));
        }
        return Optional.of(new Hand(present, new Keypoints(Skeletons.HAND21, points),
                new Joints3d(Skeletons.HAND21, joints)));
    }
}
