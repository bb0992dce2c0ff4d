package org.posescope.pose.detail;

import java.util.List;

import org.posescope.frame.Region;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;

/** Regions as MediaPipe makes them of points ({@code detections_to_rects_calculator}, {@code rect_transformation_calculator}). */
public final class SquareRegion {
    private SquareRegion() {}

    /** The angle by which a region is turned whose x axis goes from one point towards another. */
    public static float turnOf(Keypoint from, Keypoint to) {
        return (float) Math.atan2(to.y() - from.y(), to.x() - from.x());
    }

    /** Around the upright box of some points, but turned: that is how the networks were trained. */
    public static Region around(List<Keypoint> points, float rotation) {
        Box box = Box.around(points);
        return new Region(box.centerX(), box.centerY(), box.width(), box.height(), rotation);
    }

    /**
     * A square, so many times as long as the longer side of a region.
     *
     * @param down by how much of the region's height it lies lower, along the region's own y axis
     */
    public static Region of(Region region, float scale, float down) {
        float side = scale * Math.max(region.width(), region.height());
        return new Region(region.frameX(0.5f, 0.5f + down), region.frameY(0.5f, 0.5f + down), side, side,
                region.rotation());
    }
}
