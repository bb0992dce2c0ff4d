package org.posescope.pose.face;

import java.util.List;

import org.posescope.frame.Region;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;
import org.posescope.pose.detail.FollowRule;
import org.posescope.pose.detail.SquareRegion;

/** Where faces are looked for. Regions are squares in which the eyes are level. */
public final class FaceRegions {
    /** MediaPipe, {@code face_tracking.pbtxt}. */
    public static final FollowRule FOLLOW = new FollowRule(15, 0.1f, 0.3f, -0.2f);

    private static final int HEAD_POINTS = 11;
    private static final float AROUND_POSE = 3;
    private static final float AROUND_LANDMARKS = 1.5f;
    private static final int RIGHT_EYE_CORNER = 33;
    private static final int LEFT_EYE_CORNER = 263;

    private FaceRegions() {}

    /**
     * Around the head of a pose, in which the detector looks (MediaPipe, {@code face_landmarks_from_pose_to_recrop_roi.pbtxt}).
     *
     * @param pose {@link Skeletons#BLAZEPOSE33}
     */
    public static Region ofPose(Keypoints pose) {
        List<Keypoint> head = pose.points().subList(0, HEAD_POINTS);
        float turn = SquareRegion.turnOf(head.get(pose.skeleton().index("right_eye")),
                head.get(pose.skeleton().index("left_eye")));
        return SquareRegion.of(SquareRegion.around(head, turn), AROUND_POSE, 0);
    }

    /**
     * Where to look for a face in the next frame (MediaPipe, {@code face_landmarks_to_roi.pbtxt}).
     *
     * @param face {@link Skeletons#FACE468}
     */
    static Region ofLandmarks(Keypoints face) {
        float turn = SquareRegion.turnOf(face.points().get(RIGHT_EYE_CORNER), face.points().get(LEFT_EYE_CORNER));
        return SquareRegion.of(SquareRegion.around(face.points(), turn), AROUND_LANDMARKS, 0);
    }
}
