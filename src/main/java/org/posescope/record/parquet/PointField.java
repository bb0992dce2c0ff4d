package org.posescope.record.parquet;

import java.util.List;
import java.util.function.Function;

import org.posescope.pose.Joint;
import org.posescope.pose.Keypoint;

/**
 * A number of a point.
 *
 * @param name  as the file has it
 * @param step  to which it is rounded
 * @param value of a point
 */
record PointField<P>(String name, Step step, Function<P, Float> value) {
    static final List<PointField<Keypoint>> PICTURE = List.of(new PointField<>("x", Step.PIXEL, Keypoint::x),
            new PointField<>("y", Step.PIXEL, Keypoint::y), new PointField<>("score", Step.SCORE, Keypoint::score));
    static final List<PointField<Joint>> SPACE = List.of(new PointField<>("x", Step.METRE, Joint::x),
            new PointField<>("y", Step.METRE, Joint::y), new PointField<>("z", Step.METRE, Joint::z),
            new PointField<>("score", Step.SCORE, Joint::score));

    float of(P point) {
        return step.round(value.apply(point));
    }
}
