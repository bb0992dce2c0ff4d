package org.posescope.app.scene3d.posed;

/** A body in one pose. The arrays that it was made with and gives are the same ones, and nobody changes them. */
public final class PosedBody {
    private final float[] vertices;
    private final float[] normals;
    private final int[] faces;

    /**
     * @param vertices x, y, z of each, metres, world coordinates
     * @param normals  x, y, z at each vertex, unit length; none where the hardware computes them
     * @param faces    three vertex numbers a triangle; the same array for each pose of one body model
     */
    PosedBody(float[] vertices, float[] normals, int[] faces) {
        this.vertices = vertices;
        this.normals = normals;
        this.faces = faces;
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
