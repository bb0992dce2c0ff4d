package org.posescope.pose;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The skeletons of the field. */
public final class Skeletons {
    /** COCO keypoints, 17 points. */
    public static final Skeleton COCO17 = skeleton("coco17",
            "nose left_eye right_eye left_ear right_ear left_shoulder right_shoulder left_elbow right_elbow left_wrist "
                    + "right_wrist left_hip right_hip left_knee right_knee left_ankle right_ankle",
            "0-1 0-2 1-3 2-4 5-6 5-7 7-9 6-8 8-10 5-11 6-12 11-12 11-13 13-15 12-14 14-16");

    /** BlazePose (MediaPipe Pose), 33 points. */
    public static final Skeleton BLAZEPOSE33 = skeleton("blazepose33",
            "nose left_eye_inner left_eye left_eye_outer right_eye_inner right_eye right_eye_outer left_ear right_ear "
                    + "left_mouth right_mouth left_shoulder right_shoulder left_elbow right_elbow left_wrist right_wrist "
                    + "left_pinky right_pinky left_index right_index left_thumb right_thumb left_hip right_hip left_knee "
                    + "right_knee left_ankle right_ankle left_heel right_heel left_foot_index right_foot_index",
            "0-1 1-2 2-3 3-7 0-4 4-5 5-6 6-8 9-10 11-12 11-13 13-15 15-17 15-19 15-21 17-19 12-14 14-16 16-18 16-20 16-22 "
                    + "18-20 11-23 12-24 23-24 23-25 25-27 27-29 27-31 29-31 24-26 26-28 28-30 28-32 30-32");

    /** SMPL's kinematic tree, 24 joints. */
    public static final Skeleton SMPL24 = skeleton("smpl24",
            "pelvis left_hip right_hip spine1 left_knee right_knee spine2 left_ankle right_ankle spine3 left_foot right_foot "
                    + "neck left_collar right_collar head left_shoulder right_shoulder left_elbow right_elbow left_wrist "
                    + "right_wrist left_hand right_hand",
            "0-1 0-2 0-3 1-4 2-5 3-6 4-7 5-8 6-9 7-10 8-11 9-12 9-13 9-14 12-15 13-16 14-17 16-18 17-19 18-20 19-21 20-22 "
                    + "21-23");

    /** OpenPose trained on COCO, 18 points: COCO's and a neck between the shoulders. */
    public static final Skeleton OPENPOSE18 = skeleton("openpose18",
            "nose neck right_shoulder right_elbow right_wrist left_shoulder left_elbow left_wrist right_hip right_knee "
                    + "right_ankle left_hip left_knee left_ankle right_eye left_eye right_ear left_ear",
            "1-0 0-14 14-16 0-15 15-17 1-2 2-3 3-4 1-5 5-6 6-7 1-8 8-9 9-10 1-11 11-12 12-13");

    /** CMU Panoptic, 19 joints; {@code pelvis} is what Panoptic calls the body centre, between the hips. */
    public static final Skeleton PANOPTIC19 = skeleton("panoptic19",
            "neck nose pelvis left_shoulder left_elbow left_wrist left_hip left_knee left_ankle right_shoulder right_elbow "
                    + "right_wrist right_hip right_knee right_ankle left_eye left_ear right_eye right_ear",
            "0-1 1-15 15-16 1-17 17-18 0-3 3-4 4-5 0-9 9-10 10-11 0-2 2-6 6-7 7-8 2-12 12-13 13-14");

    /** A hand (MediaPipe Hands), 21 points from the wrist to the tips of the fingers. */
    public static final Skeleton HAND21 = skeleton("hand21",
            "wrist thumb_cmc thumb_mcp thumb_ip thumb_tip index_finger_mcp index_finger_pip index_finger_dip "
                    + "index_finger_tip middle_finger_mcp middle_finger_pip middle_finger_dip middle_finger_tip ring_finger_mcp "
                    + "ring_finger_pip ring_finger_dip ring_finger_tip pinky_mcp pinky_pip pinky_dip pinky_tip",
            "0-1 1-2 2-3 3-4 0-5 5-6 6-7 7-8 5-9 9-10 10-11 11-12 9-13 13-14 14-15 15-16 13-17 0-17 17-18 18-19 19-20");

    /** A face (MediaPipe Face Mesh), 468 points without names of their own; the bones are the outlines of its parts. */
    public static final Skeleton FACE468 = new Skeleton("face468",
            IntStream.range(0, 468).mapToObj(i -> "face_" + i).toList(), FaceOutlines.bones());

    /** {@link #FACE468} and the irises of the right and the left eye: middle, then right, upper, left, lower edge in the picture. */
    public static final Skeleton FACE478 = new Skeleton("face478",
            IntStream.range(0, 478).mapToObj(i -> "face_" + i).toList(),
            Stream.concat(FACE468.bones().stream(), FaceOutlines.irises().stream()).toList());

    /** Halpe (AlphaPose, RTMPose with feet), 26 points: COCO's, the axis of the body and the feet. */
    public static final Skeleton HALPE26 = skeleton("halpe26",
            String.join(" ", COCO17.names())
                    + " head neck hip left_big_toe right_big_toe left_small_toe right_small_toe "
                    + "left_heel right_heel",
            "15-13 13-11 11-19 16-14 14-12 12-19 17-18 18-19 18-5 5-7 7-9 18-6 6-8 8-10 1-2 0-1 0-2 1-3 2-4 3-5 4-6 15-20 15-22 "
                    + "15-24 16-21 16-23 16-25");

    /** COCO with feet, 23 points: the first of COCO-WholeBody, and of Halpe in another order. */
    public static final Skeleton COCO23 = skeleton("coco23",
            String.join(" ", COCO17.names())
                    + " left_big_toe left_small_toe left_heel right_big_toe right_small_toe right_heel",
            "0-1 0-2 1-3 2-4 5-6 5-7 7-9 6-8 8-10 5-11 6-12 11-12 11-13 13-15 12-14 14-16 15-17 15-18 15-19 16-20 16-21 16-22");

    /** COCO-WholeBody, 133 points: body, feet, face and hands. */
    public static final Skeleton WHOLE_BODY133 = WholeBody.skeleton(COCO17);

    private static final Map<String, Skeleton> BY_ID = Stream
            .of(COCO17, COCO23, HALPE26, WHOLE_BODY133, BLAZEPOSE33, SMPL24, OPENPOSE18, PANOPTIC19, HAND21, FACE468,
                    FACE478)
            .collect(Collectors.toUnmodifiableMap(Skeleton::id, Function.identity()));

    private Skeletons() {}

    /**
     * The skeleton with an id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Skeleton byId(String id) {
        Skeleton skeleton = BY_ID.get(id);
        if (skeleton == null) {
            throw new IllegalArgumentException("no skeleton is named " + id);
        }
        return skeleton;
    }

    private static Skeleton skeleton(String id, String names, String bones) {
        List<Bone> pairs = Arrays.stream(bones.split(" ")).map(pair -> pair.split("-"))
                .map(ends -> new Bone(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))).toList();
        return new Skeleton(id, List.of(names.split(" ")), pairs);
    }
}
