package org.posescope.pose;

import java.util.List;

import org.posescope.frame.Region;

/**
 * The region that BlazePose looks at, given two points of the body (MediaPipe,
 * {@code alignment_points_to_rects_calculator} with {@code pose_landmarks_to_roi.pbtxt}): a square around the middle of the
 * hips, turned so that the body is upright, whose half side is the distance to the second point (the edge of a circle around
 * the whole body), enlarged by a quarter.
 */
public final class Alignment {
    private static final float ENLARGE = 1.25f;
    private static final float TALLER = 1.5f;
    /** The side of a region of the body in a box is at least and at most so many times the longer side of the box. */
    private static final float SMALLEST = 0.8f;
    private static final float LARGEST = 3;
    /** The middle of the hips of a body that the picture cuts off lies outside of the box, but not far. */
    private static final float AROUND = 1.6f;

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

    /**
     * Other regions to try where an upright one shows nobody: a taller one for a half body that the picture or somebody else cuts off,
     * and one for each way in which a body may lie.
     *
     * @param box around what is to be seen of the body
     */
    public static List<Region> alternatives(Box box) {
        Region upright = region(box);
        float side = TALLER * upright.width();
        Region taller = new Region(box.centerX(), box.y() + TALLER * box.height() / 2, side, side, 0);
        float quarter = (float) (Math.PI / 2);
        return List.of(upright, taller, turned(upright, quarter), turned(upright, -quarter),
                turned(upright, 2 * quarter));
    }

    private static Region turned(Region region, float rotation) {
        return new Region(region.centerX(), region.centerY(), region.width(), region.height(), rotation);
    }

    /** Whether a turned region may be of the body of which what is to be seen lies in an upright box. */
    public static boolean mayBeOf(Region region, Box box) {
        float side = region.width() / Math.max(box.width(), box.height());
        return box.scaled(AROUND).contains(region.centerX(), region.centerY()) && side >= SMALLEST && side <= LARGEST;
    }
}
