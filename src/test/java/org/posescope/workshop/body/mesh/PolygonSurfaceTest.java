package org.posescope.workshop.body.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.posescope.body.math.Vec3;

class PolygonSurfaceTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void subdividing_a_cube_gives_the_points_of_catmull_and_clark() {
        PolygonSurface surface = Meshes.ball(1);
        assertThat(surface.faces()).hasSize(24).allMatch(face -> face.length == 4);
        List<Vec3> points = surface.blends().stream().map(blend -> blend.at(Meshes.cubeCorners())).toList();
        assertThat(points).hasSize(8 + 12 + 6);
        assertThat(points.subList(0, 8)).allMatch(p -> Math.abs(p.length() - Math.sqrt(3) * 5 / 9) < ROUNDING);
        assertThat(points.subList(8, 20)).allMatch(p -> Math.abs(p.length() - Math.sqrt(2) * 3 / 4) < ROUNDING);
        assertThat(points.subList(20, 26)).allMatch(p -> Math.abs(p.length() - 1) < ROUNDING);
    }

    @Test
    void subdividing_again_and_again_keeps_the_surface_closed_and_makes_it_round() {
        PolygonSurface surface = Meshes.ball(3);
        assertThat(Meshes.isClosed(surface.faces())).isTrue();
        assertThat(surface.blends()).allSatisfy(
                blend -> assertThat(blend.at(Meshes.cubeCorners()).length()).isCloseTo(0.9, within(0.06)));
    }

    @Test
    void a_half_and_its_mirror_image_share_the_middle_line() {
        Vec3[] places = {new Vec3(0, 0, 0), new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(-1, 0, 0)};
        PolygonSurface half = new PolygonSurface(List.of(Blend.of(0), Blend.of(1), Blend.of(2)),
                List.of(new int[] {0, 1, 2}));
        PolygonSurface whole = half.withMirrorImage(blend -> blend.renamed(v -> v == 1 ? 3 : v),
                blend -> blend.at(places).x() == 0);
        assertThat(whole.blends()).hasSize(4);
        assertThat(whole.blends().getLast().at(places)).isEqualTo(places[3]);
        assertThat(whole.faces().getLast()).containsExactly(2, 3, 0);
    }
}
