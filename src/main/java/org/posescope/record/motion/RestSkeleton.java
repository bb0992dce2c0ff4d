package org.posescope.record.motion;

import java.util.List;
import java.util.stream.IntStream;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Skeleton;

/** The joints of one body before posing: T-pose, metres, y up, facing z. Immutable. */
public final class RestSkeleton {
    private final Skeleton skeleton;
    private final int[] parents;
    private final List<Vec3> joints;

    /** @param betas 10 shape components */
    public RestSkeleton(BodyModel model, float[] betas) {
        skeleton = model.skeleton();
        parents = model.parents();
        float[] rest = model.restJoints(betas);
        joints = IntStream.range(0, parents.length)
                .mapToObj(i -> new Vec3(rest[3 * i], rest[3 * i + 1], rest[3 * i + 2])).toList();
    }

    public int size() {
        return parents.length;
    }

    public String name(int joint) {
        return skeleton.names().get(joint);
    }

    /** Where a joint is. */
    public Vec3 position(int joint) {
        return joints.get(joint);
    }

    /** From its parent to a joint; 0 for the first. */
    public Vec3 offset(int joint) {
        return parents[joint] < 0 ? Vec3.ZERO : joints.get(joint).minus(joints.get(parents[joint]));
    }

    /** The joints that hang on one. */
    public List<Integer> children(int joint) {
        return IntStream.range(0, parents.length).filter(i -> parents[i] == joint).boxed().toList();
    }

    /** Where the joints are in a pose. */
    public List<Vec3> pose(MotionFrame moment) {
        Rotation[] turns = new Rotation[parents.length];
        Vec3[] places = new Vec3[parents.length];
        for (int joint = 0; joint < parents.length; joint++) {
            int parent = parents[joint];
            Rotation own = moment.rotations().get(joint);
            turns[joint] = parent < 0 ? own : turns[parent].times(own);
            places[joint] = parent < 0 ? moment.pelvis() : places[parent].plus(turns[parent].apply(offset(joint)));
        }
        return List.of(places);
    }
}
