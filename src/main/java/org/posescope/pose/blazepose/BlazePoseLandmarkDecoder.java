package org.posescope.pose.blazepose;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.frame.Region;
import org.posescope.pose.Alignment;
import org.posescope.pose.Box;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.tensor.Tensor;

/**
 * Reads the outputs of the BlazePose landmark networks (MediaPipe,
 * {@code tensors_to_pose_landmarks_and_segmentation.pbtxt}): 39 landmarks in input pixels, of which the last six only help to
 * find the next region, heatmaps that refine them, and 33 points in metres around the middle of the hips.
 */
final class BlazePoseLandmarkDecoder {
    private static final int LANDMARKS = 39;
    private static final int VALUES = 5;
    private static final int VISIBILITY = 3;
    private static final int HIP_CENTER = 33;
    private static final int CIRCLE_POINT = 34;
    private static final int HEATMAP_SIDE = 64;
    private static final float MIN_VISIBLE = 0.2f;
    private static final float BOX_MARGIN = 0.08f;

    private final int inputSize;
    private final HeatmapRefiner refiner = new HeatmapRefiner(HEATMAP_SIDE, LANDMARKS);
    private final float[] unit = new float[2];

    BlazePoseLandmarkDecoder(int inputSize) {
        this.inputSize = inputSize;
    }

    /**
     * The person in the region.
     *
     * @param landmarks 39 x (x, y, z in input pixels, visibility logit, presence logit)
     * @param presence  1, 0..1
     * @param heatmaps  64 x 64 x 39 logits
     * @param world     39 x 3, metres, axes of the turned region
     */
    PoseObservation decode(Region region, Tensor landmarks, Tensor presence, Tensor heatmaps, Tensor world) {
        FloatBuffer values = landmarks.data();
        FloatBuffer maps = heatmaps.data();
        List<Keypoint> points = new ArrayList<>(LANDMARKS);
        for (int i = 0; i < LANDMARKS; i++) {
            unit[0] = values.get(i * VALUES) / inputSize;
            unit[1] = values.get(i * VALUES + 1) / inputSize;
            refiner.refine(maps, i, unit);
            float score = Sigmoid.of(values.get(i * VALUES + VISIBILITY));
            points.add(new Keypoint(region.frameX(unit[0], unit[1]), region.frameY(unit[0], unit[1]), score));
        }
        Keypoint hips = points.get(HIP_CENTER);
        Keypoint circle = points.get(CIRCLE_POINT);
        Keypoints body = new Keypoints(Skeletons.BLAZEPOSE33, points.subList(0, Skeletons.BLAZEPOSE33.size()));
        Person person = new Person(0, presence.get(0), boxAround(body), List.of(body, CocoFromBlazePose.map(body)),
                Optional.of(joints(region, world, body)), Optional.empty(), Optional.empty());
        return new PoseObservation(person, Alignment.region(hips.x(), hips.y(), circle.x(), circle.y()));
    }

    private static Joints3d joints(Region region, Tensor world, Keypoints body) {
        float cos = (float) Math.cos(region.rotation());
        float sin = (float) Math.sin(region.rotation());
        List<Joint> joints = new ArrayList<>(body.points().size());
        for (int i = 0; i < body.points().size(); i++) {
            float x = world.get(3 * i);
            float y = world.get(3 * i + 1);
            joints.add(new Joint(cos * x - sin * y, sin * x + cos * y, world.get(3 * i + 2),
                    body.points().get(i).score()));
        }
        return new Joints3d(Skeletons.BLAZEPOSE33, joints);
    }

    /** Around the visible points, or around all where none is visible; a margin for the flesh around the joints. */
    private static Box boxAround(Keypoints body) {
        List<Keypoint> visible = body.points().stream().filter(point -> point.score() >= MIN_VISIBLE).toList();
        List<Keypoint> points = visible.isEmpty() ? body.points() : visible;
        Box tight = Box.around(points);
        float margin = BOX_MARGIN * Math.max(tight.width(), tight.height());
        return Box.ofCorners(tight.x() - margin, tight.y() - margin, tight.right() + margin, tight.bottom() + margin);
    }
}
