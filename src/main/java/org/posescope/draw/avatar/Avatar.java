package org.posescope.draw.avatar;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.body.SparseMatrix;
import org.posescope.body.math.Vec3;
import org.posescope.draw.mesh.Texture;

/**
 * A figure that a person can drive: its mesh and its bones at rest, standing as the body model does (y up, facing z, left is +x), in the
 * unit of its file. Immutable. {@link AvatarReader} reads it, {@link AvatarPoser} poses it.
 */
public final class Avatar {
    private final String name;
    private final Surface surface;
    private final List<Bone> bones;
    private final Map<HumanBone, Integer> places;
    private final Springs springs;

    /**
     * Its mesh; the arrays are nobody else's and never change.
     *
     * @param vertices  x, y, z of each
     * @param normals   likewise, unit length
     * @param triangles three vertex numbers each
     * @param uv        of each vertex on the texture
     * @param weights   a row a vertex, a column a bone
     * @param face      what of it moves with the face of a person
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Surface(float[] vertices, float[] normals, int[] triangles, float[] uv, SparseMatrix weights,
            Texture texture, AvatarFace face) {}

    /**
     * A node of its skeleton.
     *
     * @param parent number of an earlier one; -1 for none
     * @param human  what it is of a human; empty: it moves with its parent
     */
    record Bone(int parent, Vec3 rest, Optional<HumanBone> human) {}

    Avatar(String name, Surface surface, List<Bone> bones, Map<HumanBone, Integer> places, Springs springs) {
        this.name = name;
        this.surface = surface;
        this.bones = List.copyOf(bones);
        this.places = Map.copyOf(places);
        this.springs = springs;
    }

    /** What its file is called. */
    public String name() {
        return name;
    }

    /** The triangles of its mesh: three vertex numbers each, counter-clockwise seen from outside. Not to be changed. */
    public int[] triangles() {
        return surface.triangles;
    }

    /** U, v of each vertex on the texture, 0..1, from its upper left corner. Not to be changed. */
    public float[] uv() {
        return surface.uv;
    }

    public Texture texture() {
        return surface.texture;
    }

    Surface surface() {
        return surface;
    }

    List<Bone> bones() {
        return bones;
    }

    Springs springs() {
        return springs;
    }

    /** The number of a bone of a human, where it has that. */
    Optional<Integer> place(HumanBone bone) {
        return Optional.ofNullable(places.get(bone));
    }

    /** Where a bone of a human is at rest. */
    Optional<Vec3> rest(HumanBone bone) {
        return place(bone).map(number -> bones.get(number).rest);
    }

    /** The middle between the legs' upper ends, at rest. */
    Vec3 hips() {
        return rest(HumanBone.LEFT_UPPER_LEG).orElseThrow().lerp(rest(HumanBone.RIGHT_UPPER_LEG).orElseThrow(), 0.5);
    }

    @Override
    public String toString() {
        return name + " of " + surface.vertices.length / 3 + " vertices";
    }
}
