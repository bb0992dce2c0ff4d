package org.posescope.body.floor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Skeletons;

/** The feet of a body of one shape in any pose, without its mesh. Immutable. */
final class BodyFeet {
    private final int[] parents;
    private final Vec3[] joints;
    private final List<Sole> left;
    private final List<Sole> right;

    /** A point that moves with a joint, and where it is in the rest pose. */
    private record Sole(int joint, Vec3 place) {}

    /** @param betas 10 shape components */
    BodyFeet(BodyModel model, RestSoles soles, float[] betas) {
        float[] rest = model.restJoints(betas);
        float[] vertices = model.restVertices(betas);
        // Hands and face, which models differ in, carry nothing that stands.
        parents = Arrays.copyOf(model.parents(), BodyParameters.JOINTS);
        joints = new Vec3[parents.length];
        for (int i = 0; i < joints.length; i++) {
            joints[i] = point(rest, i);
        }
        left = soles.left().stream().map(each -> new Sole(each.joint(), point(vertices, each.vertex()))).toList();
        right = soles.right().stream().map(each -> new Sole(each.joint(), point(vertices, each.vertex()))).toList();
    }

    private static Vec3 point(float[] xyz, int index) {
        return new Vec3(xyz[3 * index], xyz[3 * index + 1], xyz[3 * index + 2]);
    }

    /** Where the first joint is before posing, which a translation is added to. */
    Vec3 restPelvis() {
        return joints[0];
    }

    Feet posed(BodyParameters body) {
        Vec3 translation = new Vec3(body.translation().x(), body.translation().y(), body.translation().z());
        return posed(body.rotations().stream().map(q -> new Rotation(q.w(), q.x(), q.y(), q.z())).toList(),
                joints[0].plus(translation));
    }

    /** @param pelvis where the first joint is */
    Feet posed(List<Rotation> rotations, Vec3 pelvis) {
        Rotation[] turns = new Rotation[joints.length];
        Vec3[] places = new Vec3[joints.length];
        for (int i = 0; i < joints.length; i++) {
            int parent = parents[i];
            turns[i] = parent < 0 ? rotations.get(i) : turns[parent].times(rotations.get(i));
            places[i] = parent < 0
                    ? pelvis
                    : places[parent].plus(turns[parent].apply(joints[i].minus(joints[parent])));
        }
        Function<String, Vec3> joint = name -> places[Skeletons.SMPL24.index(name)];
        return new Feet(posed(left, turns, places), posed(right, turns, places), 0, MassCentre.of(joint, "head"),
                MassCentre.kneeFlexion(joint), List.of(joint.apply("left_wrist"), joint.apply("right_wrist")));
    }

    private List<Vec3> posed(List<Sole> soles, Rotation[] turns, Vec3[] places) {
        List<Vec3> posed = new ArrayList<>();
        for (Sole sole : soles) {
            posed.add(places[sole.joint].plus(turns[sole.joint].apply(sole.place.minus(joints[sole.joint]))));
        }
        return posed;
    }
}
