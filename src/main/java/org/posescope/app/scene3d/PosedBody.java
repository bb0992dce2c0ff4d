package org.posescope.app.scene3d;

/** A body in one pose. The arrays that it was made with and gives are the same ones, and nobody changes them. */
final class PosedBody {
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

    float[] vertices() {
        return vertices;
    }

    float[] normals() {
        return normals;
    }

    int[] faces() {
        return faces;
    }
}
