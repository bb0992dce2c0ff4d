package org.posescope.draw;

/** Names of keypoints for people. */
public final class JointLabels {
    private JointLabels() {}

    /** {@code left_elbow} as "left elbow". */
    public static String spoken(String name) {
        return name.replace('_', ' ');
    }
}
