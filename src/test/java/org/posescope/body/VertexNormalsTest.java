package org.posescope.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VertexNormalsTest {
    private static final float[] OCTAHEDRON = {1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1};
    private static final int[] OCTAHEDRON_FACES = {0, 2, 4, 2, 1, 4, 1, 3, 4, 3, 0, 4, 2, 0, 5, 1, 2, 5, 3, 1, 5, 0, 3,
        5};

    @Test
    void normals_of_a_convex_body_point_outwards_and_have_length_1() {
        float[] normals = new float[OCTAHEDRON.length];
        new VertexNormals(OCTAHEDRON_FACES).compute(OCTAHEDRON, normals);
        assertThat(normals).containsExactly(OCTAHEDRON, within(1e-6f));
    }

    @Test
    void a_large_triangle_counts_more_than_a_small_one() {
        float[] corner = {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 3};
        float[] normals = new float[corner.length];
        new VertexNormals(new int[] {0, 1, 2, 0, 2, 3}).compute(corner, normals);
        float length = (float) Math.sqrt(10);
        assertThat(new float[] {normals[0], normals[1], normals[2]})
                .containsExactly(new float[] {3 / length, 0, 1 / length}, within(1e-6f));
    }

    @Test
    void a_vertex_without_a_triangle_has_no_normal() {
        float[] normals = {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9};
        float[] vertices = {0, 0, 0, 1, 1, 1, 2, 2, 2, 5, 5, 5};
        new VertexNormals(new int[] {0, 1, 2}).compute(vertices, normals);
        assertThat(normals).containsOnly(0);
    }
}
