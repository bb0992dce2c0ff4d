package org.posescope.workshop.lift.sample;

import java.util.List;
import java.util.random.RandomGenerator;

import org.posescope.body.BodyModel;
import org.posescope.body.fit.PosedLandmarks;
import org.posescope.body.lift.LiftedLandmarks;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Skeletons;
import org.posescope.workshop.lift.picture.Viewpoint;
import org.posescope.workshop.lift.pose.PoseSource;

/**
 * Makes looks without pictures: a body is projected, and its landmarks are as far off, and as sure, as the pose network's were on some
 * rendered picture. Costs a thousandth of a picture and shows the lifter many more poses and cameras.
 */
public final class Emulator {
    private static final double NEAREST = 0.2;

    private final PosedLandmarks places;
    private final BodyModel model;
    private final PoseSource poses;
    private final List<Look> seen;
    private float[] betas = new float[BodyParameters.BETAS];
    private int left;

    /** @param seen whose errors are copied */
    public Emulator(BodyModel model, PoseSource poses, List<Look> seen) {
        this.model = model;
        this.poses = poses;
        this.seen = seen;
        places = new PosedLandmarks(model, Skeletons.BLAZEPOSE33);
    }

    public Look look(RandomGenerator random) {
        if (left-- <= 0) {
            betas = Viewpoint.shape(model, random);
            left = 20;
        }
        PoseSource.Sampled sampled = poses.sample(random);
        Viewpoint view = Viewpoint.random(random);
        BodyParameters body = view.body(sampled.pose(), betas, model.restJoints(betas));
        float[] points = places.points(body);
        Look pattern = seen.get(random.nextInt(seen.size()));
        double turn = roll(points) - roll(pattern.points());
        double size = size(points);
        double patternSize = size(pattern.points());
        float[] slopes = new float[2 * LiftedLandmarks.COUNT];
        for (int i = 0; i < LiftedLandmarks.COUNT; i++) {
            double dx = (pattern.slopes()[2 * i] - slope(pattern.points(), i, 0)) * size / patternSize;
            double dy = (pattern.slopes()[2 * i + 1] - slope(pattern.points(), i, 1)) * size / patternSize;
            slopes[2 * i] = (float) (slope(points, i, 0) + Math.cos(turn) * dx - Math.sin(turn) * dy);
            slopes[2 * i + 1] = (float) (slope(points, i, 1) + Math.sin(turn) * dx + Math.cos(turn) * dy);
        }
        return new Look(slopes, pattern.scores(), pattern.inside(), points, places.joints(), sampled.subject());
    }

    private static double slope(float[] points, int index, int axis) {
        return points[3 * index + axis] / Math.max(NEAREST, points[3 * index + 2]);
    }

    /** How the torso is turned in the picture, radians. */
    private static double roll(float[] points) {
        Vec3 hips = mean(points, "hip");
        Vec3 shoulders = mean(points, "shoulder");
        return Math.atan2(shoulders.x() - hips.x(), hips.y() - shoulders.y());
    }

    private static Vec3 mean(float[] points, String joint) {
        int l = LiftedLandmarks.index("left_" + joint);
        int r = LiftedLandmarks.index("right_" + joint);
        return new Vec3((slope(points, l, 0) + slope(points, r, 0)) / 2,
                (slope(points, l, 1) + slope(points, r, 1)) / 2, 1);
    }

    private static double size(float[] points) {
        Vec3 middle = mean(points, "hip");
        double squares = 0;
        for (int i = 0; i < LiftedLandmarks.COUNT; i++) {
            double x = slope(points, i, 0) - middle.x();
            double y = slope(points, i, 1) - middle.y();
            squares += x * x + y * y;
        }
        return Math.sqrt(squares / LiftedLandmarks.COUNT);
    }
}
