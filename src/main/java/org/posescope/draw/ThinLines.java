package org.posescope.draw;

import org.posescope.draw.raster.Argb;
import org.posescope.pose.Bone;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;

/**
 * Fine lines between many points, over a dark halo that keeps them visible on any picture.
 *
 * @param thickness of a line, pixels of the target
 * @param opacity   0..1
 */
record ThinLines(Brush brush, PictureFit fit, double thickness, double opacity) {
    private static final double HALO_OPACITY = 0.5;
    private static final double HALO_WIDTH = 0.5;

    void draw(Keypoints points, int color) {
        for (Bone bone : points.skeleton().bones()) {
            line(points, bone, thickness * (1 + 2 * HALO_WIDTH), Argb.fade(Palette.HALO, HALO_OPACITY * opacity));
        }
        for (Bone bone : points.skeleton().bones()) {
            line(points, bone, thickness, Argb.fade(color, opacity));
        }
    }

    private void line(Keypoints points, Bone bone, double width, int color) {
        Keypoint from = points.points().get(bone.from());
        Keypoint to = points.points().get(bone.to());
        brush.line(fit.screenX(from.x()), fit.screenY(from.y()), fit.screenX(to.x()), fit.screenY(to.y()), width,
                color);
    }

    /** A dot on each point, so many times as thick as a line. */
    void dots(Keypoints points, double size, int color) {
        for (Keypoint point : points.points()) {
            brush.disc(fit.screenX(point.x()), fit.screenY(point.y()), size * thickness / 2, Argb.fade(color, opacity));
        }
    }
}
