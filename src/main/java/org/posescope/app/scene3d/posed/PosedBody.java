package org.posescope.app.scene3d.posed;

import java.util.Optional;

import org.posescope.draw.avatar.Avatar;
import org.posescope.draw.avatar.AvatarPoser;
import org.posescope.draw.mesh.Mesh;

/** A body in one pose. The arrays that it was made with and gives are the same ones, and nobody changes them. */
public final class PosedBody {
    private final float[] vertices;
    private final float[] normals;
    private final int[] faces;
    private final Optional<Avatar> avatar;

    /**
     * @param vertices x, y, z of each, metres, world coordinates
     * @param normals  x, y, z at each vertex, unit length; none where the hardware computes them
     * @param faces    three vertex numbers a triangle; the same array for each pose of one body model
     */
    PosedBody(float[] vertices, float[] normals, int[] faces) {
        this(vertices, normals, faces, Optional.empty());
    }

    private PosedBody(float[] vertices, float[] normals, int[] faces, Optional<Avatar> avatar) {
        this.vertices = vertices;
        this.normals = normals;
        this.faces = faces;
        this.avatar = avatar;
    }

    /** An avatar, whose normals the hardware is given too; the arrays are copies. */
    static PosedBody of(AvatarPoser poser) {
        return new PosedBody(poser.vertices().clone(), poser.normals().clone(), poser.avatar().triangles(),
                Optional.of(poser.avatar()));
    }

    /** That this is the mesh of; empty: of the body model. */
    public Optional<Avatar> avatar() {
        return avatar;
    }

    /** To be drawn, in the colour of the person where it has none of its own. */
    public Mesh mesh(int color) {
        return avatar.map(worn -> Mesh.textured(vertices, normals, faces, worn.texture(), worn.uv()))
                .orElseGet(() -> Mesh.uniform(vertices, normals, faces, color));
    }

    public float[] vertices() {
        return vertices;
    }

    public float[] normals() {
        return normals;
    }

    public int[] faces() {
        return faces;
    }
}
