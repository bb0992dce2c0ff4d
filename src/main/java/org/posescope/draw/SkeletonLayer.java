package org.posescope.draw;

import java.util.IdentityHashMap;
import java.util.List;

import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.Canvas;
import org.posescope.pose.Bone;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;

/**
 * Bones as coloured lines with a dark halo, points as dots with a white rim. What is less sure is more
 * transparent, and what is too unsure is left out, see {@link Confidence}.
 */
final class SkeletonLayer implements OverlayLayer {
    private static final double HALO_OPACITY = 0.55;
    /** Thickness of the halo on each side of a bone, relative to the bone's. */
    private static final double HALO_WIDTH = 0.3;
    /** Radius of a dot, relative to the thickness of a limb. */
    private static final double DOT = 0.95;

    private final IdentityHashMap<Skeleton, double[]> scales = new IdentityHashMap<>();

    @Override
    public void draw(Canvas canvas, List<Person> people, HudFigures figures) {
        for (Person person : people) {
            Keypoints keypoints = person.ownKeypoints();
            double[] scale = scales.computeIfAbsent(keypoints.skeleton(), SkeletonLayer::scales);
            double limb = Sizes.limb(canvas, person.box());
            for (Bone bone : keypoints.skeleton().bones()) {
                bone(canvas, keypoints, bone, limb * boneScale(scale, bone) * (1 + 2 * HALO_WIDTH),
                        Argb.fade(Palette.HALO, HALO_OPACITY));
            }
            for (Bone bone : keypoints.skeleton().bones()) {
                bone(canvas, keypoints, bone, limb * boneScale(scale, bone),
                        Palette.limb(person.id(), keypoints.skeleton().side(bone)));
            }
            for (int i = 0; i < scale.length; i++) {
                dot(canvas, keypoints.points().get(i), DOT * limb * scale[i],
                        Palette.limb(person.id(), keypoints.skeleton().side(i)));
            }
        }
    }

    private static double[] scales(Skeleton skeleton) {
        return skeleton.names().stream().mapToDouble(name -> PointKind.of(name).scale()).toArray();
    }

    private static double boneScale(double[] scale, Bone bone) {
        return (scale[bone.from()] + scale[bone.to()]) / 2;
    }

    private static void bone(Canvas canvas, Keypoints keypoints, Bone bone, double thickness, int color) {
        Keypoint from = keypoints.points().get(bone.from());
        Keypoint to = keypoints.points().get(bone.to());
        double opacity = Confidence.opacity(Math.min(from.score(), to.score()));
        if (opacity > 0) {
            canvas.line(from.x(), from.y(), to.x(), to.y(), thickness, Argb.fade(color, opacity));
        }
    }

    private static void dot(Canvas canvas, Keypoint point, double radius, int color) {
        double opacity = Confidence.opacity(point.score());
        if (opacity > 0) {
            canvas.disc(point.x(), point.y(), radius * (1 + HALO_WIDTH),
                    Argb.fade(Palette.HALO, HALO_OPACITY * opacity));
            canvas.disc(point.x(), point.y(), radius, Argb.fade(Argb.WHITE, opacity));
            canvas.disc(point.x(), point.y(), radius * 0.6, Argb.fade(color, opacity));
        }
    }
}
