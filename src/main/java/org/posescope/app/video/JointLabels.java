package org.posescope.app.video;

/** Names of keypoints for people. */
final class JointLabels {
    private JointLabels() {}

    /** {@code left_elbow} as "left elbow". */
    static String spoken(String name) {
        return name.replace('_', ' ');
    }
}
