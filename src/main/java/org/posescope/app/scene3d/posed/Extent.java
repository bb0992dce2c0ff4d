package org.posescope.app.scene3d.posed;

import java.util.Optional;

import org.posescope.draw.Confidence;
import org.posescope.draw.scene.Skeleton3d;
import org.posescope.pose.Joint;
import org.posescope.pose.Vector3;

/** The upright box around something: metres, world coordinates. */
public record Extent(Vector3 min, Vector3 max) {
    public Vector3 center() {
        return new Vector3((min.x() + max.x()) / 2, (min.y() + max.y()) / 2, (min.z() + max.z()) / 2);
    }

    /** The y of the lowest point; y points down. */
    float lowest() {
        return max.y();
    }

    /** The y of the highest point. */
    float highest() {
        return min.y();
    }

    public Extent and(Extent other) {
        return new Extent(
                new Vector3(Math.min(min.x(), other.min.x()), Math.min(min.y(), other.min.y()),
                        Math.min(min.z(), other.min.z())),
                new Vector3(Math.max(max.x(), other.max.x()), Math.max(max.y(), other.max.y()),
                        Math.max(max.z(), other.max.z())));
    }

    /** @param points x, y, z of each, at least one */
    static Extent of(float[] points) {
        float[] low = {points[0], points[1], points[2]};
        float[] high = low.clone();
        for (int i = 3; i < points.length; i++) {
            low[i % 3] = Math.min(low[i % 3], points[i]);
            high[i % 3] = Math.max(high[i % 3], points[i]);
        }
        return new Extent(new Vector3(low[0], low[1], low[2]), new Vector3(high[0], high[1], high[2]));
    }

    /** Around the joints that are sure enough to be shown; empty when none is. */
    static Optional<Extent> of(Skeleton3d skeleton) {
        Vector3 origin = skeleton.translation();
        return skeleton.joints().joints().stream().filter(joint -> Confidence.shown(joint.score()))
                .map(joint -> at(joint, origin)).reduce(Extent::and);
    }

    private static Extent at(Joint joint, Vector3 origin) {
        Vector3 point = new Vector3(joint.x() + origin.x(), joint.y() + origin.y(), joint.z() + origin.z());
        return new Extent(point, point);
    }
}
