package org.posescope.measure.angle;

import java.util.List;
import java.util.Locale;

/**
 * An angle in the picture, of points and with offset and sign as Sports2D defines them (Pagnon and Kim 2024, "Sports2D: Compute 2D human
 * pose and angles from a video or a webcam"). Three points: at the middle one; four: between the segments 1-2 and 3-4; two: of the segment
 * 2-1 to the horizontal.
 */
public enum PictureAngle {
    RIGHT_ANKLE(90, 1, "right_knee", "right_ankle", "right_foot_index", "right_heel"),
    LEFT_ANKLE(90, 1, "left_knee", "left_ankle", "left_foot_index", "left_heel"),
    RIGHT_KNEE(-180, 1, "right_ankle", "right_knee", "right_hip"),
    LEFT_KNEE(-180, 1, "left_ankle", "left_knee", "left_hip"),
    RIGHT_HIP(0, -1, "right_knee", "right_hip", "hips", "neck"),
    LEFT_HIP(0, -1, "left_knee", "left_hip", "hips", "neck"),
    RIGHT_SHOULDER(0, -1, "right_elbow", "right_shoulder", "hips", "neck"),
    LEFT_SHOULDER(0, -1, "left_elbow", "left_shoulder", "hips", "neck"),
    RIGHT_ELBOW(180, -1, "right_wrist", "right_elbow", "right_shoulder"),
    LEFT_ELBOW(180, -1, "left_wrist", "left_elbow", "left_shoulder"),
    RIGHT_WRIST(-180, 1, "right_elbow", "right_wrist", "right_index"),
    LEFT_WRIST(-180, 1, "left_elbow", "left_wrist", "left_index"),
    RIGHT_FOOT_SEGMENT(0, -1, "right_foot_index", "right_heel"),
    LEFT_FOOT_SEGMENT(0, -1, "left_foot_index", "left_heel"),
    RIGHT_SHANK_SEGMENT(0, -1, "right_ankle", "right_knee"), LEFT_SHANK_SEGMENT(0, -1, "left_ankle", "left_knee"),
    RIGHT_THIGH_SEGMENT(0, -1, "right_knee", "right_hip"), LEFT_THIGH_SEGMENT(0, -1, "left_knee", "left_hip"),
    PELVIS_SEGMENT(0, -1, "left_hip", "right_hip"), TRUNK_SEGMENT(0, -1, "neck", "hips"),
    SHOULDERS_SEGMENT(0, -1, "left_shoulder", "right_shoulder"),
    RIGHT_ARM_SEGMENT(0, -1, "right_elbow", "right_shoulder"), LEFT_ARM_SEGMENT(0, -1, "left_elbow", "left_shoulder"),
    RIGHT_FOREARM_SEGMENT(0, -1, "right_wrist", "right_elbow"), LEFT_FOREARM_SEGMENT(0, -1, "left_wrist", "left_elbow"),
    RIGHT_HAND_SEGMENT(0, -1, "right_index", "right_wrist"), LEFT_HAND_SEGMENT(0, -1, "left_index", "left_wrist");

    private final double offset;
    private final int sign;
    private final String points;

    PictureAngle(double offset, int sign, String... points) {
        this.offset = offset;
        this.sign = sign;
        this.points = String.join(" ", points);
    }

    /** As files name it: {@code picture_right_knee}. */
    public String id() {
        return "picture_" + name().toLowerCase(Locale.ROOT);
    }

    /** Names of keypoints; {@code hips} and {@code neck} are the middles of both hips and both shoulders. */
    List<String> points() {
        return List.of(points.split(" "));
    }

    /** Whether it is of a segment that goes from left to right, whose ends nobody can tell. */
    boolean across() {
        return this == PELVIS_SEGMENT || this == SHOULDERS_SEGMENT;
    }

    /** @param raw degrees from the second segment to the first */
    double of(double raw) {
        double degrees = (raw + offset) * sign;
        double range = across() ? 180 : 360;
        return degrees - range * Math.floor((degrees + range / 2) / range);
    }
}
