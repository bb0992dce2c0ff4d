package org.posescope.body.fit;

import java.util.List;

import org.posescope.body.math.Vec3;

/** Points of a planted foot stay where they are. */
final class AnchorTerm implements Term {
    private static final double WEIGHT = 2;

    private final List<BodyPoint> points;
    private final List<Anchor> anchors;
    private final double[] point = new double[3];
    private final Chain chain = new Chain();

    AnchorTerm(List<BodyPoint> points, List<Anchor> anchors) {
        this.points = points;
        this.anchors = anchors;
    }

    @Override
    public double cost(BodyPose pose) {
        double sum = 0;
        for (Anchor anchor : anchors) {
            pose.put(points.get(anchor.point()), anchor.point(), point);
            Vec3 off = new Vec3(point[0], point[1], point[2]).minus(anchor.place());
            sum += WEIGHT * off.dot(off);
        }
        return sum;
    }

    @Override
    public void addTo(Equations equations, BodyPose pose) {
        for (Anchor anchor : anchors) {
            BodyPoint body = points.get(anchor.point());
            pose.put(body, anchor.point(), point);
            chain.follow(pose, equations, body.joint(), point);
            Vec3 place = anchor.place();
            chain.add(equations, 0, point[0] - place.x(), WEIGHT);
            chain.add(equations, 1, point[1] - place.y(), WEIGHT);
            chain.add(equations, 2, point[2] - place.z(), WEIGHT);
        }
    }
}
