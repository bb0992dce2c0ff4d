package org.posescope.pose.detail;

import org.posescope.frame.Region;
import org.posescope.pose.Keypoint;

/**
 * When a region that follows from the frame before is still good (MediaPipe, {@code roi_tracking_calculator}): it lies nearly as the region
 * that was found anew, and that one holds all points of the frame before.
 *
 * @param degrees     by which it may be turned
 * @param translation by which it may be elsewhere, along each axis of the new region and in units of its side
 * @param scale       by which its sides may be longer or shorter, in units of those of the new region
 * @param margin      by which the new region is widened, in units of its sides, before it has to hold the points
 */
public record FollowRule(float degrees, float translation, float scale, float margin) {
    boolean agree(SeenPart<?> before, Region found) {
        return near(before.nextRegion(), found)
                && before.points().points().stream().allMatch(point -> holds(found, point));
    }

    private boolean near(Region before, Region found) {
        double turn = Math.IEEEremainder(before.rotation() - found.rotation(), 2 * Math.PI);
        return Math.abs(Math.toDegrees(turn)) <= degrees
                && Math.abs(along(found, before.centerX(), before.centerY())) <= translation * found.width()
                && Math.abs(across(found, before.centerX(), before.centerY())) <= translation * found.height()
                && Math.abs(before.width() - found.width()) <= scale * found.width()
                && Math.abs(before.height() - found.height()) <= scale * found.height();
    }

    private boolean holds(Region found, Keypoint point) {
        return Math.abs(along(found, point.x(), point.y())) < found.width() * (1 + margin) / 2
                && Math.abs(across(found, point.x(), point.y())) < found.height() * (1 + margin) / 2;
    }

    /** From the region's middle to a point along the region's x axis, in pixels. */
    private static double along(Region region, float x, float y) {
        return (x - region.centerX()) * Math.cos(region.rotation())
                + (y - region.centerY()) * Math.sin(region.rotation());
    }

    private static double across(Region region, float x, float y) {
        return (y - region.centerY()) * Math.cos(region.rotation())
                - (x - region.centerX()) * Math.sin(region.rotation());
    }
}
