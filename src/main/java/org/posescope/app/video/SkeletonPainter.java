package org.posescope.app.video;

import org.posescope.draw.Confidence;
import org.posescope.draw.Palette;
import org.posescope.draw.PointKind;
import org.posescope.pose.Bone;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/** Bones as lines with a dark halo, points as dots with a white rim; what is less sure is more transparent. */
final class SkeletonPainter implements LayerPainter {
    private static final double LIMB_OF_PERSON = 0.011;
    private static final double THINNEST = 2;
    private static final double THICKEST = 7;
    private static final double HALO_OPACITY = 0.5;
    private static final double HALO = 1.25;
    private static final double DOT = 0.95;

    @Override
    public void paint(GraphicsContext graphics, OverlayScene scene) {
        graphics.setLineCap(StrokeLineCap.ROUND);
        for (Person person : scene.people()) {
            new Drawing(graphics, scene, person).draw();
        }
    }

    /** Thickness of an arm or leg on the screen. */
    private static double limb(OverlayScene scene, Person person) {
        double length = scene.fit().scale() * Math.max(person.box().width(), person.box().height());
        return scene.emphasis(person) * Math.clamp(LIMB_OF_PERSON * length, THINNEST, THICKEST);
    }

    private static double scale(Skeleton skeleton, int point) {
        return PointKind.of(skeleton.names().get(point)).scale();
    }

    /** One person's skeleton on one canvas. */
    private record Drawing(GraphicsContext graphics, PictureFit fit, Person person, Keypoints keypoints, double limb,
            double opacity) {
        Drawing(GraphicsContext graphics, OverlayScene scene, Person person) {
            this(graphics, scene.fit(), person, person.ownKeypoints(), SkeletonPainter.limb(scene, person),
                    scene.opacity(person));
        }

        void draw() {
            Skeleton skeleton = keypoints.skeleton();
            for (Bone bone : skeleton.bones()) {
                line(bone, width(bone) + 2 * HALO, Palette.HALO, HALO_OPACITY);
            }
            for (Bone bone : skeleton.bones()) {
                line(bone, width(bone), Palette.limb(person.id(), skeleton.side(bone)), 1);
            }
            for (int i = 0; i < keypoints.points().size(); i++) {
                dot(i, Palette.limb(person.id(), skeleton.side(i)));
            }
        }

        private double width(Bone bone) {
            Skeleton skeleton = keypoints.skeleton();
            return limb * (scale(skeleton, bone.from()) + scale(skeleton, bone.to())) / 2;
        }

        private void line(Bone bone, double width, int color, double strength) {
            Keypoint from = keypoints.points().get(bone.from());
            Keypoint to = keypoints.points().get(bone.to());
            double sureness = Confidence.opacity(Math.min(from.score(), to.score()));
            if (sureness > 0) {
                graphics.setStroke(Paints.of(color, strength * sureness * opacity));
                graphics.setLineWidth(width);
                graphics.strokeLine(fit.screenX(from.x()), fit.screenY(from.y()), fit.screenX(to.x()),
                        fit.screenY(to.y()));
            }
        }

        private void dot(int index, int color) {
            Keypoint point = keypoints.points().get(index);
            double sureness = opacity * Confidence.opacity(point.score());
            if (sureness > 0) {
                double radius = DOT * limb * scale(keypoints.skeleton(), index);
                disc(point, radius + HALO, Paints.of(Palette.HALO, HALO_OPACITY * sureness));
                disc(point, radius, Color.gray(1, sureness));
                disc(point, 0.6 * radius, Paints.of(color, sureness));
            }
        }

        private void disc(Keypoint point, double radius, Color color) {
            graphics.setFill(color);
            graphics.fillOval(fit.screenX(point.x()) - radius, fit.screenY(point.y()) - radius, 2 * radius,
                    2 * radius);
        }
    }
}
