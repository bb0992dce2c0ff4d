package org.posescope.body.fit;

import java.util.List;

import org.posescope.body.math.Vec3;

/**
 * The points of the body are where their landmarks are, in space and in the picture. Residuals are metres, in the picture those
 * at the depth of the point; large ones count less and less (Geman and McClure), so that one wrong landmark bends nothing.
 */
final class LandmarkTerm implements Term {
    /** A residual of this many metres counts for half. */
    private static final double OUTLIER = 0.2;
    /** Weights of the squares across the line of sight, along it, and in the picture. */
    private static final double ACROSS = 1;
    private static final double DEPTH = Double.parseDouble(System.getProperty("ps.d", "1"));
    private static final double PICTURE = Double.parseDouble(System.getProperty("ps.p", "0.7"));
    /** That of the error of the person's distance, which all depths share. */
    private static final double DISTANCE = 2;

    private final List<BodyPoint> points;
    private final Observation observation;
    private final double[] point = new double[3];
    private final Chain chain = new Chain();

    LandmarkTerm(List<BodyPoint> points, Observation observation) {
        this.points = points;
        this.observation = observation;
    }

    @Override
    public double cost(BodyPose pose) {
        double sum = DISTANCE * pose.depthError() * pose.depthError();
        for (int i = 0; i < points.size(); i++) {
            pose.put(points.get(i), i, point);
            double squares = squares(pose, points.get(i).landmark());
            sum += observation.trust(points.get(i).landmark()) * squares / (1 + squares / (OUTLIER * OUTLIER));
        }
        return sum;
    }

    private double squares(BodyPose pose, int landmark) {
        double x = residual(landmark, 0);
        double y = residual(landmark, 1);
        double z = residual(landmark, 2) - pose.depthError();
        double squares = ACROSS * (x * x + y * y) + DEPTH * z * z;
        if (observation.inPicture(landmark)) {
            double u = projected(landmark, 0);
            double v = projected(landmark, 1);
            squares += PICTURE * (u * u + v * v);
        }
        return squares;
    }

    private double residual(int landmark, int axis) {
        Vec3 place = observation.place(landmark);
        return point[axis] - switch (axis) {
            case 0 -> place.x();
            case 1 -> place.y();
            default -> place.z();
        };
    }

    private double projected(int landmark, int axis) {
        return point[axis] - ray(landmark, axis) * point[2];
    }

    private double ray(int landmark, int axis) {
        return axis == 0 ? observation.slope(landmark) : observation.drop(landmark);
    }

    @Override
    public void addTo(Equations equations, BodyPose pose) {
        equations.add(equations.depthErrorColumn(), 1, pose.depthError(), DISTANCE);
        for (int i = 0; i < points.size(); i++) {
            BodyPoint body = points.get(i);
            int landmark = body.landmark();
            pose.put(body, i, point);
            double fading = 1 + squares(pose, landmark) / (OUTLIER * OUTLIER);
            double weight = observation.trust(landmark) / (fading * fading);
            chain.follow(pose, equations, body.joint(), point);
            chain.add(equations, 0, residual(landmark, 0), weight * ACROSS);
            chain.add(equations, 1, residual(landmark, 1), weight * ACROSS);
            chain.addDepth(equations, residual(landmark, 2) - pose.depthError(), weight * DEPTH);
            if (observation.inPicture(landmark)) {
                for (int axis = 0; axis < 2; axis++) {
                    chain.addProjected(equations, axis, ray(landmark, axis), projected(landmark, axis),
                            weight * PICTURE);
                }
            }
        }
    }
}
