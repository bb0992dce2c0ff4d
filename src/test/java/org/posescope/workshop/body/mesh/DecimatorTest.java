package org.posescope.workshop.body.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.posescope.body.math.Vec3;

/** Thinning out, evening out and projecting, on a ball of 15 cm diameter. */
class DecimatorTest {
    private static final double SCALE = 0.1;

    private final EditableMesh mesh = Meshes.triangulated(Meshes.ball(4), SCALE);
    private final SurfaceProjection surface = new SurfaceProjection(mesh);

    @Test
    void thinning_out_leaves_a_closed_surface_of_the_wanted_size_near_the_old_one() {
        new Decimator(mesh).reduce(p -> 1, 300);
        assertThat(alive()).isEqualTo(300);
        assertThat(Meshes.isClosed(mesh.triangles())).isTrue();
        assertThat(mesh.triangles()).hasSize(2 * 300 - 4).allSatisfy(t -> {
            Vec3 middle = Vec3.mean(mesh.point(t[0]), mesh.point(t[1]), mesh.point(t[2]));
            assertThat(surface.nearest(middle, middle).point().distance(middle)).isLessThan(0.002);
        });
    }

    @Test
    void vertices_outside_the_region_stay() {
        long before = IntStream.range(0, mesh.capacity()).filter(v -> mesh.point(v).x() < 0).count();
        new Decimator(mesh).reduce(p -> p.x() < 0 ? 0 : 1, 100);
        long after = IntStream.range(0, mesh.capacity()).filter(v -> mesh.isAlive(v) && mesh.point(v).x() < 0).count();
        assertThat(after).isEqualTo(before);
        assertThat(alive()).isEqualTo(before + 100);
    }

    @Test
    void more_important_places_keep_more_vertices() {
        new Decimator(mesh).reduce(p -> p.x() < 0 ? 1 : 100, 300);
        long important = IntStream.range(0, mesh.capacity()).filter(v -> mesh.isAlive(v) && mesh.point(v).x() > 0)
                .count();
        assertThat(important).isGreaterThan(200);
    }

    @Test
    void relaxing_makes_triangles_even_without_leaving_the_surface() {
        new Decimator(mesh).reduce(p -> 1, 300);
        double before = meanQuality();
        new Relaxation(mesh, surface, new BitSet()).run(5);
        assertThat(meanQuality()).isGreaterThan(Math.max(before, 0.93));
        assertThat(Meshes.isClosed(mesh.triangles())).isTrue();
        for (int v = 0; v < mesh.capacity(); v++) {
            if (mesh.isAlive(v)) {
                Vec3 p = mesh.point(v);
                assertThat(surface.nearest(p, p).point().distance(p)).isLessThan(1e-9);
                Vec3 blended = mesh.blend(v).at(Meshes.cubeCorners()).times(SCALE);
                assertThat(blended.distance(p)).isCloseTo(0, within(1e-9));
            }
        }
    }

    @Test
    void fixed_vertices_do_not_move() {
        new Decimator(mesh).reduce(p -> 1, 300);
        BitSet fixed = new BitSet();
        IntStream.range(0, mesh.capacity()).filter(v -> mesh.isAlive(v) && mesh.point(v).y() > 0).forEach(fixed::set);
        Vec3[] before = fixed.stream().mapToObj(mesh::point).toArray(Vec3[]::new);
        new Relaxation(mesh, surface, fixed).run(3);
        assertThat(fixed.stream().mapToObj(mesh::point)).containsExactly(before);
    }

    private long alive() {
        return IntStream.range(0, mesh.capacity()).filter(mesh::isAlive).count();
    }

    private double meanQuality() {
        return mesh.triangles().stream()
                .mapToDouble(t -> Triangle.quality(mesh.point(t[0]), mesh.point(t[1]), mesh.point(t[2]))).average()
                .orElseThrow();
    }
}
