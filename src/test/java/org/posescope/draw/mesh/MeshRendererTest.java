package org.posescope.draw.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.TestPicture;

class MeshRendererTest {
    private static final int SIZE = 200;
    /** A point at z = 1 m is 100 pixels from the middle for every metre. */
    private static final PinholeCamera CAMERA = new PinholeCamera(100, 100, 100, 100, SIZE, SIZE);
    private static final int RED = 0xFFE02020;
    private static final int GREEN = 0xFF20C020;

    private final MeshRenderer renderer = new MeshRenderer(SIZE, SIZE);

    private TestPicture render(double opacity, Mesh... meshes) {
        return render(new TestPicture(SIZE, SIZE, Argb.BLACK), opacity, meshes);
    }

    private TestPicture render(TestPicture picture, double opacity, Mesh... meshes) {
        renderer.begin(CAMERA, RigidTransform.IDENTITY, Lights.OF_CAMERA);
        for (Mesh mesh : meshes) {
            renderer.add(mesh);
        }
        renderer.flush(picture.canvas(), opacity);
        assertThat(picture.guardsIntact()).isTrue();
        return picture;
    }

    private static long drawn(TestPicture picture) {
        return Arrays.stream(picture.pixels()).filter(pixel -> pixel != Argb.BLACK).count();
    }

    private static boolean isRed(int pixel) {
        return Argb.red(pixel) > 2 * Argb.green(pixel);
    }

    private static boolean isGreen(int pixel) {
        return Argb.green(pixel) > 2 * Argb.red(pixel);
    }

    @Test
    void a_wall_covers_the_pixels_that_the_camera_projects_it_to() {
        TestPicture picture = render(1, Shapes.wall(-1, -0.5f, 1, 1, 2, RED));

        assertThat(drawn(picture)).isEqualTo(100 * 75);
        assertThat(isRed(picture.canvas().pixel(50, 75))).isTrue();
        assertThat(isRed(picture.canvas().pixel(149, 149))).isTrue();
        assertThat(picture.canvas().pixel(150, 100)).isEqualTo(Argb.BLACK);
        assertThat(picture.canvas().pixel(100, 74)).isEqualTo(Argb.BLACK);
    }

    @Test
    void triangles_that_share_a_side_leave_no_gap_and_count_no_sample_twice() {
        Random random = new Random(5);
        for (int trial = 0; trial < 50; trial++) {
            float x = random.nextFloat(-0.4f, 0.4f);
            float y = random.nextFloat(-0.4f, 0.4f);
            float[] fan = {x, y, 1, -0.8f, -0.8f, 1, 0.8f, -0.8f, 1, 0.8f, 0.8f, 1, -0.8f, 0.8f, 1};
            Mesh mesh = Shapes.smooth(fan, new int[] {0, 2, 1, 0, 3, 2, 0, 4, 3, 0, 1, 4}, 0xFFFFFF);

            TestPicture picture = render(1, mesh);

            assertThat(drawn(picture)).isEqualTo(160 * 160);
            for (int i = 20; i < 180; i++) {
                assertThat(Argb.green(picture.canvas().pixel(i, 100))).as("%d, 100", i).isGreaterThan(100);
            }
        }
    }

    @Test
    void the_area_of_a_slanted_shape_is_right_and_its_edge_is_smooth() {
        double angle = 0.3;
        float[] corners = new float[12];
        for (int i = 0; i < 4; i++) {
            double direction = angle + Math.PI / 2 * i - 3 * Math.PI / 4;
            corners[3 * i] = (float) (0.7 * Math.sqrt(2) * Math.cos(direction));
            corners[3 * i + 1] = (float) (0.7 * Math.sqrt(2) * Math.sin(direction));
            corners[3 * i + 2] = 1;
        }
        TestPicture picture = render(1, Shapes.quad(corners, 0xFFFFFF));

        int inside = Argb.green(picture.canvas().pixel(100, 100));
        double area = Arrays.stream(picture.pixels()).mapToDouble(p -> Argb.green(p) / (double) inside).sum();
        assertThat(area).isCloseTo(140 * 140, within(0.02 * 140 * 140));
        assertThat(Arrays.stream(picture.pixels()).map(Argb::green).filter(g -> g > 0).map(g -> (4 * g + 2) / inside)
                .distinct().count()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void the_back_of_a_face_is_not_drawn() {
        float[] corners = {-0.5f, -0.5f, 1, 0.5f, -0.5f, 1, 0.5f, 0.5f, 1};

        assertThat(drawn(render(1, Shapes.smooth(corners, new int[] {0, 2, 1}, RED)))).isPositive();
        assertThat(drawn(render(1, Shapes.smooth(corners, new int[] {0, 1, 2}, RED)))).isZero();
    }

    @Test
    void a_mesh_without_gloss_is_nowhere_brighter_and_somewhere_darker() {
        Mesh polished = Shapes.sphere(0, 0, 2, 0.8f, RED);
        TestPicture shiny = render(1, polished);
        TestPicture matt = render(1, polished.withGloss(0));

        int darker = 0;
        for (int k = 0; k < SIZE * SIZE; k++) {
            int before = Argb.green(shiny.canvas().pixel(k % SIZE, k / SIZE));
            int after = Argb.green(matt.canvas().pixel(k % SIZE, k / SIZE));
            assertThat(after).isLessThanOrEqualTo(before);
            darker += after < before - 20 ? 1 : 0;
        }
        assertThat(darker).isGreaterThan(50);
    }

    @Test
    void the_nearer_mesh_is_seen_whatever_the_order() {
        Mesh near = Shapes.wall(-0.5f, -0.5f, 0, 0.5f, 1, RED);
        Mesh far = Shapes.wall(-1, -1, 1, 1, 2, GREEN);

        TestPicture nearFirst = render(1, near, far);
        TestPicture farFirst = render(1, far, near);

        assertThat(nearFirst.pixels()).isEqualTo(farFirst.pixels());
        assertThat(isRed(nearFirst.canvas().pixel(80, 100))).isTrue();
        assertThat(isGreen(nearFirst.canvas().pixel(120, 100))).isTrue();
    }

    @Test
    void meshes_that_cross_each_other_are_cut_where_they_meet() {
        Mesh flat = Shapes.wall(-1, -1, 1, 1, 2, RED);
        Mesh slanted = Shapes.quad(new float[] {-0.5f, -0.5f, 1, 1.5f, -1.5f, 3, 1.5f, 1.5f, 3, -0.5f, 0.5f, 1}, GREEN);

        TestPicture picture = render(1, flat, slanted);

        // They meet at z = 2, x = 0.5.
        assertThat(isGreen(picture.canvas().pixel(115, 100))).isTrue();
        assertThat(isRed(picture.canvas().pixel(135, 100))).isTrue();
    }

    @Test
    void a_floor_that_goes_on_behind_the_camera_is_cut_at_the_near_plane() {
        Mesh floor = Shapes.quad(new float[] {-50, 1, 1000, 50, 1, 1000, 50, 1, -5, -50, 1, -5}, GREEN);
        Mesh behind = Shapes.wall(-1, -1, 1, 1, -2, RED);

        TestPicture picture = render(1, floor, behind);

        assertThat(Arrays.stream(picture.pixels()).noneMatch(MeshRendererTest::isRed)).isTrue();
        assertThat(isGreen(picture.canvas().pixel(100, 199))).isTrue();
        assertThat(isGreen(picture.canvas().pixel(3, 199))).isTrue();
        assertThat(isGreen(picture.canvas().pixel(100, 110))).isTrue();
        assertThat(picture.canvas().pixel(100, 95)).isEqualTo(Argb.BLACK);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 1})
    void opacity_mixes_the_mesh_with_the_picture(double opacity) {
        Mesh wall = Shapes.wall(-1, -1, 1, 1, 1, RED);
        int solid = render(1, wall).canvas().pixel(100, 100);
        TestPicture picture = render(new TestPicture(SIZE, SIZE, 0xFF0000FF), opacity, wall);

        int mixed = picture.canvas().pixel(100, 100);
        assertThat(Argb.red(mixed)).isCloseTo((int) Math.round(opacity * Argb.red(solid)), within(2));
        assertThat(Argb.blue(mixed))
                .isCloseTo((int) Math.round(255 + opacity * (Argb.blue(solid) - 255)), within(2));
    }

    @Test
    void light_comes_from_above_on_the_left() {
        TestPicture picture = render(1, Shapes.sphere(0, 0, 2, 1, 0xFF808080));

        int lit = Argb.green(picture.canvas().pixel(82, 82));
        int dark = Argb.green(picture.canvas().pixel(118, 125));
        assertThat(lit).isGreaterThan(dark + 40);
        assertThat(dark).isGreaterThan(10);
    }

    @Test
    void a_renderer_starts_every_picture_empty() {
        Mesh sphere = Shapes.sphere(0.1f, -0.1f, 2, 0.8f, RED);
        TestPicture first = render(1, sphere);
        render(1, Shapes.wall(-2, -2, 2, 2, 0.5f, GREEN));
        TestPicture again = render(1, sphere);

        assertThat(again.pixels()).isEqualTo(first.pixels());
        assertThat(drawn(render(1))).isZero();
    }

    @Test
    void each_vertex_may_have_a_colour_of_its_own() {
        Mesh wall = Shapes.wall(-1, -1, 1, 1, 1, 0);
        Mesh colored = Mesh.colored(wall.vertices(), wall.normals(), wall.triangles(),
                new int[] {RED, GREEN, GREEN, RED});

        TestPicture picture = render(1, colored);

        assertThat(isRed(picture.canvas().pixel(5, 100))).isTrue();
        assertThat(isGreen(picture.canvas().pixel(195, 100))).isTrue();
    }

    @Test
    void coordinates_that_are_no_numbers_or_huge_do_no_harm() {
        float[] odd = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, -1e30f, 1e6f,
            0.02f,
            1e-30f, 0, 1, 2, -1};
        Random random = new Random(11);
        for (int trial = 0; trial < 3000; trial++) {
            float[] corners = new float[9];
            for (int i = 0; i < corners.length; i++) {
                corners[i] = odd[random.nextInt(odd.length)];
            }
            render(1, Mesh.uniform(corners, new float[9], new int[] {0, 1, 2}, RED));
        }
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mesh.uniform(new float[9], new float[9], new int[] {0, 1, 3}, RED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mesh.uniform(new float[9], new float[6], new int[] {0, 1, 2}, RED));
        assertThatIllegalArgumentException().isThrownBy(() -> renderer
                .begin(new PinholeCamera(1, 1, 0, 0, 10, 10), RigidTransform.IDENTITY, Lights.OF_CAMERA));
    }
}
