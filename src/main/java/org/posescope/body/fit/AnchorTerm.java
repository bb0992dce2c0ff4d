package org.posescope.body.fit;

import java.util.List;

/** Points of a planted foot stay where they are. */
final class AnchorTerm implements Term {
    private static final double WEIGHT = 2;

    private final List<BodyPoint> points;
    private final List<Anchor> anchors;
    private final double[] point = new double[3];
    private final Chain chain = new Chain();

    /**
     * A point of the body that is held.
     *
     * @param point its position among the points of the body
     * @param place where, camera frame, metres
     */
    record Anchor(int point, double[] place) {}

    AnchorTerm(List<BodyPoint> points, List<Anchor> anchors) {
        this.points = points;
        this.anchors = anchors;
    }

    @Override
    public double cost(BodyPose pose) {
        double sum = 0;
        for (Anchor anchor : anchors) {
            pose.put(points.get(anchor.point), anchor.point, point);
            for (int axis = 0; axis < 3; axis++) {
                double off = point[axis] - anchor.place[axis];
                sum += WEIGHT * off * off;
            }
        }
        return sum;
    }

    @Override
    public void addTo(Equations equations, BodyPose pose) {
        for (Anchor anchor : anchors) {
            BodyPoint body = points.get(anchor.point);
            pose.put(body, anchor.point, point);
            chain.follow(pose, equations, body.joint(), point);
            for (int axis = 0; axis < 3; axis++) {
                chain.add(equations, axis, point[axis] - anchor.place[axis], WEIGHT);
            }
        }
    }
}
