package org.posescope.draw;

import java.util.IdentityHashMap;
import java.util.List;

import org.posescope.draw.raster.Argb;
import org.posescope.pose.Bone;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;

/**
 * Bones as coloured lines with a dark halo, points as dots with a white rim. What is less sure is more
 * transparent, and what is too unsure is left out, see {@link Confidence}.
 */
final class SkeletonLayer implements FlatLayer {
    private static final double HALO_OPACITY = 0.55;
    /** Thickness of the halo on each side of a bone, relative to the bone's. */
    private static final double HALO_WIDTH = 0.3;
    /** Radius of a dot, relative to the thickness of a limb. */
    private static final double DOT = 0.95;

    private final IdentityHashMap<Skeleton, List<PointKind>> kinds = new IdentityHashMap<>();

    @Override
    public void draw(Brush brush, OverlayScene scene) {
        for (Person person : scene.people()) {
            Skeleton skeleton = person.ownKeypoints().skeleton();
            List<PointKind> ownKinds = kinds.computeIfAbsent(skeleton, SkeletonLayer::kinds);
            new DrawnSkeleton(brush, scene.fit(), person.ownKeypoints().points(), ownKinds, scene.limb(person),
                    scene.opacity(person)).draw(person.id(), skeleton);
        }
    }

    private static List<PointKind> kinds(Skeleton skeleton) {
        return skeleton.names().stream().map(PointKind::of).toList();
    }

    /** One person's skeleton. */
    private record DrawnSkeleton(Brush brush, PictureFit fit, List<Keypoint> points, List<PointKind> kinds, double limb,
            double strength) {
        void draw(int id, Skeleton skeleton) {
            for (Bone bone : skeleton.bones()) {
                bone(bone, 1 + 2 * HALO_WIDTH, Argb.fade(Palette.HALO, HALO_OPACITY));
            }
            for (Bone bone : skeleton.bones()) {
                bone(bone, 1, Palette.limb(id, skeleton.side(bone)));
            }
            for (int i = 0; i < points.size(); i++) {
                dot(points.get(i), DOT * limb * scale(i), Palette.limb(id, skeleton.side(i)));
            }
        }

        private double scale(int point) {
            return kinds.get(point).scale();
        }

        private void bone(Bone bone, double width, int color) {
            Keypoint from = points.get(bone.from());
            Keypoint to = points.get(bone.to());
            double opacity = strength * Confidence.opacity(Math.min(from.score(), to.score()));
            if (opacity > 0) {
                double thickness = limb * ((scale(bone.from()) + scale(bone.to())) / 2) * width;
                brush.line(fit.screenX(from.x()), fit.screenY(from.y()), fit.screenX(to.x()), fit.screenY(to.y()),
                        thickness, Argb.fade(color, opacity));
            }
        }

        private void dot(Keypoint point, double radius, int color) {
            double opacity = strength * Confidence.opacity(point.score());
            if (opacity > 0) {
                double x = fit.screenX(point.x());
                double y = fit.screenY(point.y());
                brush.disc(x, y, radius * (1 + HALO_WIDTH), Argb.fade(Palette.HALO, HALO_OPACITY * opacity));
                brush.disc(x, y, radius, Argb.fade(Argb.WHITE, opacity));
                brush.disc(x, y, radius * 0.6, Argb.fade(color, opacity));
            }
        }
    }
}
