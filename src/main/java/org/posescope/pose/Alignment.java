package org.posescope.pose;

import org.posescope.frame.Region;

/**
 * The region that BlazePose looks at, given two points of the body (MediaPipe,
 * {@code alignment_points_to_rects_calculator} with {@code pose_landmarks_to_roi.pbtxt}): a square around the middle of the
 * hips, turned so that the body is upright, whose half side is the distance to the second point (the edge of a circle around
 * the whole body), enlarged by a quarter.
 */
public final class Alignment {
    private static final float ENLARGE = 1.25f;

    private Alignment() {}

    /** The region from the middle of the hips and the point on the circle above the head, both in pixels of the frame. */
    public static Region region(float hipX, float hipY, float circleX, float circleY) {
        float dx = circleX - hipX;
        float dy = circleY - hipY;
        float side = 2 * (float) Math.hypot(dx, dy) * ENLARGE;
        // The vector points upwards, (0, -1), when the body is upright.
        float rotation = (float) Math.atan2(dx, -dy);
        return new Region(hipX, hipY, side, side, rotation);
    }

    /** An upright square region for a body of which only the box is known. */
    public static Region region(Box box) {
        float side = Math.max(box.width(), box.height()) * ENLARGE;
        return new Region(box.centerX(), box.centerY(), side, side, 0);
    }
}
