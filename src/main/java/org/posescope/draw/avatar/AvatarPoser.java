package org.posescope.draw.avatar;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.JointRotations;
import org.posescope.body.Skinning;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.draw.mesh.Mesh;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeleton;

/**
 * Moves an avatar as the body of a person moves. Each bone is turned in the world as the body's joint is; arms and legs that are held
 * otherwise at rest than those of the body are brought to the body's rest first, so that they point where the person's do. The
 * avatar is as large as makes its hips as high over its soles as the person's are, and its hips are where the person's are, so that it stands where
 * the person stands. Bones that are of no human (hair, clothes) follow the ones they hang on, and swing where the avatar's file says so. Its
 * face does what the person's does, as far as both are known.
 *
 * <p>Used by one thread. The arrays it gives are its own and overwritten by the next pose.
 */
public final class AvatarPoser {
    private final Avatar avatar;
    private final BodyModel model;
    private final Skeleton skeleton;
    private final int[] parents;
    private final Skinning skinning;
    private final float[] transforms;
    private final float[] vertices;
    private final float[] normals;
    private final Rotation[] turns;
    private final Vec3[] places;
    private final double legHeight;
    private final SpringMotion springs;

    /**
     * For one person.
     *
     * @param model whose parameters they have
     */
    public AvatarPoser(Avatar avatar, BodyModel model) {
        this.avatar = avatar;
        this.model = model;
        skeleton = model.skeleton();
        parents = model.parents();
        skinning = new Skinning(avatar.surface().weights());
        int bones = avatar.bones().size();
        transforms = new float[bones * Skinning.TRANSFORM];
        vertices = new float[avatar.surface().vertices().length];
        normals = new float[vertices.length];
        turns = new Rotation[bones];
        places = new Vec3[bones];
        springs = new SpringMotion(avatar);
        legHeight = avatar.hips().y() - lowest(avatar.surface().vertices());
    }

    public Avatar avatar() {
        return avatar;
    }

    /**
     * Poses it as the person stands, in the frame of their global orientation and translation, metres, whose y points down. Hair and clothes
     * swing on from the pose before.
     *
     * @param ptsMicros of the frame
     */
    public void pose(BodyParameters person, long ptsMicros) {
        float[] betas = new float[BodyParameters.BETAS];
        for (int i = 0; i < betas.length; i++) {
            betas[i] = person.betas().get(i);
        }
        Rest rest = new Rest(skeleton, model.restJoints(betas), lowest(model.restVertices(betas)));
        Rotation[] world = world(person);
        double scale = rest.legHeight() / legHeight;
        turn(world, rest);
        place(scale);
        Vec3 pelvis = rest.at("pelvis");
        Vec3 origin = new Vec3(person.translation().x(), person.translation().y(), person.translation().z());
        Vec3 hips = origin.plus(pelvis).plus(world[0].apply(rest.hips().minus(pelvis)));
        Vec3 own = place(HumanBone.LEFT_UPPER_LEG).lerp(place(HumanBone.RIGHT_UPPER_LEG), 0.5);
        shift(hips.minus(own));
        springs.swing(ptsMicros, turns, places, scale);
        Map<FaceMovement, Double> shares = person.fingersAndFace()
                .map(fine -> avatar.surface().face().shares(fine, model.hasNamedExpressions())).orElse(Map.of());
        skin(scale, shares);
    }

    /** What follows does not go on from what was. */
    public void forget() {
        springs.forget();
    }

    /** How the joints of the body are turned in the world. */
    private Rotation[] world(BodyParameters person) {
        List<Quaternion> relative = JointRotations.of(person, parents.length);
        Rotation[] world = new Rotation[parents.length];
        for (int joint = 0; joint < world.length; joint++) {
            Quaternion q = relative.get(joint);
            double length = Math.sqrt((double) q.w() * q.w() + (double) q.x() * q.x() + (double) q.y() * q.y()
                    + (double) q.z() * q.z());
            Rotation own = new Rotation(q.w() / length, q.x() / length, q.y() / length, q.z() / length);
            world[joint] = parents[joint] < 0 ? own : world[parents[joint]].times(own);
        }
        return world;
    }

    private void turn(Rotation[] world, Rest rest) {
        Rotation[] raised = new Rotation[turns.length];
        for (int i = 0; i < turns.length; i++) {
            Avatar.Bone bone = avatar.bones().get(i);
            Optional<HumanBone> human = bone.human().filter(each -> !each.finger() || model.hasFingers());
            Rotation above = bone.parent() < 0 ? Rotation.IDENTITY : raised[bone.parent()];
            Rotation lift = human.map(each -> each.alignedWithParent() ? above : raised(each, rest)).orElse(above);
            raised[i] = lift;
            turns[i] = human.map(each -> joint(each, world).times(lift))
                    .orElseGet(() -> bone.parent() < 0 ? world[0] : turns[bone.parent()]);
        }
    }

    private Rotation joint(HumanBone bone, Rotation[] world) {
        return world[skeleton.index(joint(bone))];
    }

    /** The chest without an upper chest turns as that would. */
    private String joint(HumanBone bone) {
        boolean last = bone == HumanBone.CHEST && avatar.place(HumanBone.UPPER_CHEST).isEmpty();
        return last ? HumanBone.UPPER_CHEST.joint() : bone.joint();
    }

    /** From how the avatar holds an arm or leg at rest to how the body does. */
    private Rotation raised(HumanBone bone, Rest rest) {
        Optional<Vec3> to = bone.end().flatMap(avatar::rest);
        if (to.isEmpty()) {
            return Rotation.IDENTITY;
        }
        Vec3 own = to.get().minus(avatar.rest(bone).orElseThrow());
        return Rotation.between(own, rest.at(bone.end().orElseThrow().joint()).minus(rest.at(bone.joint())));
    }

    private void place(double scale) {
        for (int i = 0; i < places.length; i++) {
            Avatar.Bone bone = avatar.bones().get(i);
            places[i] = bone.parent() < 0
                    ? Vec3.ZERO
                    : places[bone.parent()].plus(scale, turns[bone.parent()]
                            .apply(bone.rest().minus(avatar.bones().get(bone.parent()).rest())));
        }
    }

    private Vec3 place(HumanBone bone) {
        return places[avatar.place(bone).orElseThrow()];
    }

    private void shift(Vec3 by) {
        for (int i = 0; i < places.length; i++) {
            places[i] = places[i].plus(by);
        }
    }

    private void skin(double scale, Map<FaceMovement, Double> shares) {
        for (int i = 0; i < turns.length; i++) {
            double[] turn = turns[i].matrix();
            Vec3 moved = places[i].minus(turns[i].apply(avatar.bones().get(i).rest()).times(scale));
            double[] last = {moved.x(), moved.y(), moved.z()};
            for (int row = 0; row < 3; row++) {
                int at = i * Skinning.TRANSFORM + 4 * row;
                for (int column = 0; column < 3; column++) {
                    transforms[at + column] = (float) (scale * turn[3 * row + column]);
                }
                transforms[at + 3] = (float) last[row];
            }
        }
        System.arraycopy(avatar.surface().vertices(), 0, vertices, 0, vertices.length);
        avatar.surface().face().move(shares, vertices);
        skinning.apply(transforms, vertices, new float[3]);
        for (int at = 3; at < transforms.length; at += 4) {
            transforms[at] = 0;
        }
        System.arraycopy(avatar.surface().normals(), 0, normals, 0, normals.length);
        avatar.surface().face().turn(shares, normals);
        skinning.apply(transforms, normals, new float[3]);
        scaleToUnit(normals);
    }

    private static void scaleToUnit(float[] vectors) {
        for (int i = 0; i < vectors.length; i += 3) {
            double length = Math.sqrt(vectors[i] * vectors[i] + vectors[i + 1] * vectors[i + 1]
                    + vectors[i + 2] * vectors[i + 2]);
            float by = length > 0 ? (float) (1 / length) : 0;
            vectors[i] *= by;
            vectors[i + 1] *= by;
            vectors[i + 2] *= by;
        }
    }

    /** Of a figure that stands at rest, y up. */
    private static double lowest(float[] points) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points.length; i += 3) {
            lowest = Math.min(lowest, points[i]);
        }
        return lowest;
    }

    /** X, y, z of each vertex. */
    public float[] vertices() {
        return vertices;
    }

    /** X, y, z of the normal at each vertex, unit length. */
    public float[] normals() {
        return normals;
    }

    /** The mesh of the present pose; reads the arrays of this poser. */
    public Mesh mesh() {
        return Mesh.textured(vertices, normals, avatar.triangles(), avatar.texture(), avatar.uv());
    }

    /** Where a bone is, if the avatar has it. */
    Optional<Vec3> at(HumanBone bone) {
        return avatar.place(bone).map(number -> places[number]);
    }
}
