package org.posescope.draw.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VertexNormalsTest {
    @Test
    void normals_of_a_sphere_point_away_from_its_centre() {
        SphereMesh sphere = new SphereMesh();
        float[] vertices = sphere.vertices();
        float[] normals = new float[vertices.length];

        VertexNormals.compute(vertices, sphere.triangles(), normals);

        assertThat(vertices).hasSize(3 * 162);
        assertThat(sphere.triangles()).hasSize(3 * 320);
        for (int i = 0; i < normals.length; i += 3) {
            assertThat(normals[i] * vertices[i] + normals[i + 1] * vertices[i + 1] + normals[i + 2] * vertices[i + 2])
                    .isCloseTo(1, within(0.001f));
        }
    }

    @Test
    void a_vertex_without_area_has_no_normal() {
        float[] normals = {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9};

        VertexNormals.compute(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 5, 5, 5}, new int[] {0, 1, 2}, normals);

        assertThat(normals).containsExactly(0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0);
    }
}
