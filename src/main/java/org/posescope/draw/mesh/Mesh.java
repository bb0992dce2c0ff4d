package org.posescope.draw.mesh;

import java.util.Locale;
import java.util.Optional;

/**
 * Triangles with a normal and a colour at each vertex. The arrays stay the caller's: they may be changed between two
 * drawings and are never copied, so that a moving body costs no memory.
 */
public final class Mesh {
    private static final int WHITE = 0xFFFFFF;

    private final float[] vertices;
    private final float[] normals;
    private final int[] triangles;
    private final Optional<int[]> vertexColors;
    private final Optional<Wrap> wrap;
    private final int color;
    private final float gloss;

    /** A texture, and where on it each vertex lies. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Wrap(Texture texture, float[] places) {}

    private Mesh(float[] vertices, float[] normals, int[] triangles, Optional<int[]> vertexColors, Optional<Wrap> wrap,
            int color, float gloss) {
        if (vertices.length % 3 != 0 || normals.length != vertices.length || triangles.length % 3 != 0
                || (vertexColors.isPresent() && vertexColors.get().length * 3 != vertices.length)
                || (wrap.isPresent() && wrap.get().places.length * 3 != vertices.length * 2)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a mesh of %d coordinates, %d of normals and %d corners",
                            vertices.length, normals.length, triangles.length));
        }
        for (int corner : triangles) {
            if (corner < 0 || corner >= vertices.length / 3) {
                throw new IllegalArgumentException("a triangle with vertex " + corner + " of " + vertices.length / 3);
            }
        }
        this.vertices = vertices;
        this.normals = normals;
        this.triangles = triangles;
        this.vertexColors = vertexColors;
        this.wrap = wrap;
        this.color = color;
        this.gloss = gloss;
    }

    /**
     * A mesh of one colour.
     *
     * @param vertices  x, y, z of each, metres
     * @param normals   x, y, z of each vertex, unit length, outwards; see {@link org.posescope.body.VertexNormals}
     * @param triangles three vertex numbers each, counter-clockwise as seen from outside in a right-handed frame
     * @param color     {@code 0xRRGGBB}; alpha does not count
     * @throws IllegalArgumentException when the lengths do not fit or a vertex number is out of range
     */
    public static Mesh uniform(float[] vertices, float[] normals, int[] triangles, int color) {
        return new Mesh(vertices, normals, triangles, Optional.empty(), Optional.empty(), color, 1);
    }

    /** A mesh with a colour for each vertex, otherwise as {@link #uniform}. */
    public static Mesh colored(float[] vertices, float[] normals, int[] triangles, int[] vertexColors) {
        return new Mesh(vertices, normals, triangles, Optional.of(vertexColors), Optional.empty(), 0, 1);
    }

    /**
     * A mesh that a picture is laid over, otherwise as {@link #uniform}.
     *
     * @param places u, v of each vertex on the texture, 0..1, from its upper left corner
     */
    public static Mesh textured(float[] vertices, float[] normals, int[] triangles, Texture texture, float[] places) {
        return new Mesh(vertices, normals, triangles, Optional.empty(), Optional.of(new Wrap(texture, places)), WHITE,
                1);
    }

    /** The same mesh with less of the highlights and bright borders that make it look polished: 1 all of them, 0 none. */
    public Mesh withGloss(double share) {
        return new Mesh(vertices, normals, triangles, vertexColors, wrap, color, (float) share);
    }

    public int vertexCount() {
        return vertices.length / 3;
    }

    /** The greatest y of a vertex: y points down. */
    public float lowest() {
        float lowest = Float.NEGATIVE_INFINITY;
        for (int i = 1; i < vertices.length; i += 3) {
            lowest = Math.max(lowest, vertices[i]);
        }
        return lowest;
    }

    public float[] vertices() {
        return vertices;
    }

    float[] normals() {
        return normals;
    }

    public int[] triangles() {
        return triangles;
    }

    Optional<Wrap> wrap() {
        return wrap;
    }

    float gloss() {
        return gloss;
    }

    int color(int vertex) {
        return vertexColors.isPresent() ? vertexColors.get()[vertex] : color;
    }
}
