package org.posescope.workshop.body.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

class DeltaMushTest {
    private final EditableMesh mesh = Meshes.triangulated(Meshes.ball(3), 0.1);
    private final Vec3[] rest = new Vec3[mesh.capacity()];
    private final int[][] neighbours = new int[mesh.capacity()][];

    DeltaMushTest() {
        Arrays.setAll(rest, mesh::point);
        for (int v = 0; v < neighbours.length; v++) {
            neighbours[v] = ring(v);
        }
    }

    private int[] ring(int vertex) {
        int[] ring = new int[mesh.trianglesAt(vertex).size()];
        ring[0] = mesh.neighbours(vertex).first();
        for (int k = 1; k < ring.length; k++) {
            int before = ring[k - 1];
            for (int t : mesh.trianglesAt(vertex)) {
                int[] c = mesh.corners(t);
                for (int corner = 0; corner < 3; corner++) {
                    if (c[corner] == vertex && c[(corner + 1) % 3] == before) {
                        ring[k] = c[(corner + 2) % 3];
                    }
                }
            }
        }
        return ring;
    }

    @Test
    void a_rigid_motion_passes_unchanged() {
        Rotation turn = Rotation.about(new Vec3(1, 2, 3).unit(), 2);
        Vec3[] moved = Arrays.stream(rest).map(p -> turn.apply(p).plus(Vec3.Z)).toArray(Vec3[]::new);
        Vec3[] result = new DeltaMush(rest, neighbours, 5).apply(moved);
        for (int v = 0; v < rest.length; v++) {
            assertThat(result[v].distance(moved[v])).isLessThan(1e-12);
        }
    }

    @Test
    void a_sharp_step_becomes_a_gentle_one() {
        Vec3[] stepped = Arrays.stream(rest).map(p -> p.x() > 0 ? p.plus(0.03, Vec3.Y) : p).toArray(Vec3[]::new);
        Vec3[] result = new DeltaMush(rest, neighbours, 5).apply(stepped);
        assertThat(longestEdge(result)).isLessThan(0.7 * longestEdge(stepped));
    }

    private double longestEdge(Vec3[] points) {
        return mesh.triangles().stream().mapToDouble(t -> points[t[0]].distance(points[t[1]])).max().orElseThrow();
    }
}
