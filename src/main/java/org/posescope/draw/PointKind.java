package org.posescope.draw;

import java.util.regex.Pattern;

/** How much of a body a keypoint stands for, told by its name; small parts are drawn smaller. */
public enum PointKind {
    MAIN(1), HAND_OR_FOOT(0.7), FACE(0.44);

    private static final Pattern FACE_NAMES = Pattern.compile("(.*_)?(nose|eye|ear|mouth)(_.*)?");
    private static final Pattern HAND_OR_FOOT_NAMES = Pattern
            .compile("(.*_)?(pinky|index|thumb|heel|toe|hand|foot)(_.*)?");

    private final double scale;

    PointKind(double scale) {
        this.scale = scale;
    }

    public static PointKind of(String pointName) {
        if (FACE_NAMES.matcher(pointName).matches()) {
            return FACE;
        }
        return HAND_OR_FOOT_NAMES.matcher(pointName).matches() ? HAND_OR_FOOT : MAIN;
    }

    /** Size of its dot and bones, relative to those of an elbow. */
    public double scale() {
        return scale;
    }
}
