package org.posescope.eval.file;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Names of the joints of data sets, in the order of their files. Joints of one name are the same joint; a name that ends with that
 * of a data set is of a place that only this data set and those that follow it mean.
 */
final class JointNames {
    /**
     * The 19 joints of the CMU Panoptic Studio (panoptic-toolbox, {@code README: Skeleton Output Format}).
     */
    static final List<String> PANOPTIC_19 = List.of("neck_panoptic", "nose", "body_center_panoptic", "left_shoulder",
            "left_elbow", "left_wrist", "left_hip", "left_knee", "left_ankle", "right_shoulder", "right_elbow",
            "right_wrist", "right_hip", "right_knee", "right_ankle", "left_eye", "left_ear", "right_eye", "right_ear");

    /** The 17 joints of Human3.6M that are in use (mmpose, {@code configs/_base_/datasets/h36m.py}). */
    static final List<String> HUMAN36M_17 = List.of("pelvis_h36m", "right_hip", "right_knee", "right_ankle", "left_hip",
            "left_knee", "left_ankle", "spine_h36m", "neck_h36m", "jaw_h36m", "head_h36m", "left_shoulder",
            "left_elbow", "left_wrist", "right_shoulder", "right_elbow", "right_wrist");

    /** Of the 32 joints that Human3.6M records, the 17 above (VideoPose3D, {@code common/h36m_dataset.py}). */
    static final List<Integer> HUMAN36M_17_OF_32 = List.of(0, 1, 2, 3, 6, 7, 8, 12, 13, 14, 15, 17, 18, 19, 25, 26, 27);

    /** The 24 joints that SPIN keeps of all data sets (SPIN, {@code constants.py}, from its 25th name on). */
    static final List<String> SPIN_24 = List.of("right_ankle", "right_knee", "right_hip", "left_hip", "left_knee",
            "left_ankle", "right_wrist", "right_elbow", "right_shoulder", "left_shoulder", "left_elbow", "left_wrist",
            "neck_h36m", "head_top_lsp", "pelvis_h36m", "thorax_mpii", "spine_h36m", "jaw_h36m", "head_h36m", "nose",
            "left_eye", "right_eye", "left_ear", "right_ear");

    private JointNames() {}

    /** The positions of all names of a list. */
    static List<Integer> inOrder(List<String> names) {
        return IntStream.range(0, names.size()).boxed().toList();
    }
}
