package org.posescope.draw.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.mesh.Shapes;
import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.Canvas;
import org.posescope.draw.raster.TestPicture;
import org.posescope.pose.Bone;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Vector3;

class Scene3dViewTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final Skeleton LINE = new Skeleton("line", List.of("left_hip", "left_knee"),
            List.of(new Bone(0, 1)));
    private static final OrbitCamera ORBIT = new OrbitCamera(0.3, 0.4, 4, new Vector3(0, -0.8f, 0), 0.7);
    private static final Scene3d EMPTY = new Scene3d(List.of(), List.of(), 0);

    private final Scene3dView view = new Scene3dView(WIDTH, HEIGHT);

    private TestPicture draw(OrbitCamera orbit, Scene3d scene) {
        TestPicture picture = TestPicture.black(WIDTH, HEIGHT);
        view.draw(picture.canvas(), orbit, scene);
        assertThat(picture.guardsIntact()).isTrue();
        return picture;
    }

    private static int pixelAt(Canvas canvas, float x, float y, float z) {
        RigidTransform view = ORBIT.view();
        PinholeCamera camera = ORBIT.pinhole(WIDTH, HEIGHT);
        float depth = view.z(x, y, z);
        return canvas.pixel((int) (camera.fx() * view.x(x, y, z) / depth + camera.cx()),
                (int) (camera.fy() * view.y(x, y, z) / depth + camera.cy()));
    }

    private static Scene3d line(float score) {
        Joints3d joints = new Joints3d(LINE, List.of(new Joint(0, -0.5f, 0, 1), new Joint(0, 0.5f, 0, score)));
        return new Scene3d(List.of(), List.of(new Skeleton3d(2, joints, new Vector3(0.2f, -1, 0.1f))), 0);
    }

    @Test
    void the_stage_hides_what_was_on_the_canvas_and_is_lighter_near_the_target() {
        TestPicture picture = draw(ORBIT, EMPTY);

        assertThat(
                Arrays.stream(picture.pixels()).allMatch(pixel -> Argb.alpha(pixel) == 255 && Argb.green(pixel) > 10))
                .isTrue();
        assertThat(Argb.green(pixelAt(picture.canvas(), 0.25f, 0, 0.25f)))
                .isGreaterThan(Argb.green(picture.canvas().pixel(2, 2)) + 15);
    }

    @Test
    void axes_on_the_floor_are_red_along_x_and_blue_along_z() {
        TestPicture picture = draw(ORBIT, EMPTY);

        int alongX = pixelAt(picture.canvas(), 0.75f, 0, 0);
        int alongZ = pixelAt(picture.canvas(), 0, 0, 0.75f);
        assertThat(Argb.red(alongX)).isGreaterThan(Argb.blue(alongX) + 15);
        assertThat(Argb.blue(alongZ)).isGreaterThan(Argb.red(alongZ) + 15);
    }

    @Test
    void joints_and_bones_are_drawn_where_they_are_in_the_colour_of_the_person() {
        TestPicture picture = draw(ORBIT, line(1));

        for (float y : new float[] {-1.5f, -1.2f, -1, -0.7f, -0.5f}) {
            int pixel = pixelAt(picture.canvas(), 0.2f, y, 0.1f);
            assertThat(Argb.red(pixel)).as("y = %s", y).isGreaterThan(Argb.blue(pixel) + 60);
        }
    }

    @Test
    void an_unsure_joint_and_its_bone_are_left_out() {
        TestPicture picture = draw(ORBIT, line(0.1f));

        assertThat(Argb.red(pixelAt(picture.canvas(), 0.2f, -1.5f, 0.1f))).isGreaterThan(100);
        assertThat(Argb.red(pixelAt(picture.canvas(), 0.2f, -1, 0.1f))).isLessThan(80);
        assertThat(Argb.red(pixelAt(picture.canvas(), 0.2f, -0.5f, 0.1f))).isLessThan(80);
    }

    @Test
    void a_body_throws_a_soft_shadow_that_fades_with_its_height() {
        TestPicture empty = draw(ORBIT, EMPTY);
        TestPicture low = draw(ORBIT, new Scene3d(List.of(Shapes.sphere(0, -0.5f, 0, 0.3f, 0xFFFFFF)), List.of(), 0));
        TestPicture high = draw(ORBIT, new Scene3d(List.of(Shapes.sphere(0, -1.6f, 0, 0.3f, 0xFFFFFF)), List.of(), 0));

        int ground = Argb.green(pixelAt(empty.canvas(), 0.2f, 0, -0.1f));
        int under = Argb.green(pixelAt(low.canvas(), 0.2f, 0, -0.1f));
        assertThat(under).isLessThan(ground - 15);
        assertThat(Argb.green(pixelAt(high.canvas(), 0.2f, 0, -0.1f))).isBetween(under + 5, ground - 1);
        assertThat(Argb.green(pixelAt(low.canvas(), 0.9f, 0, 0.75f)))
                .isEqualTo(Argb.green(pixelAt(empty.canvas(), 0.9f, 0, 0.75f)));
    }

    @Test
    void pictures_depend_on_the_scene_only_and_not_on_what_was_drawn_before() {
        TestPicture first = draw(ORBIT, line(1));
        draw(new OrbitCamera(1, -0.2, 2, new Vector3(0, 0, 0), 1), line(1));
        draw(ORBIT, EMPTY);
        TestPicture again = draw(ORBIT, line(1));

        assertThat(again.pixels()).isEqualTo(first.pixels());
    }

    @Test
    void a_skeleton_of_another_kind_takes_the_place_of_the_one_before() {
        Skeleton dot = new Skeleton("dot", List.of("left_hip"), List.of());
        Joints3d joints = new Joints3d(dot, List.of(new Joint(0, 0, 0, 1)));
        draw(ORBIT, line(1));

        TestPicture picture = draw(ORBIT,
                new Scene3d(List.of(), List.of(new Skeleton3d(2, joints, new Vector3(0, -1, 0))), 0));

        assertThat(Argb.red(pixelAt(picture.canvas(), 0, -1, 0))).isGreaterThan(120);
        assertThat(Argb.red(pixelAt(picture.canvas(), 0.2f, -1.2f, 0.1f))).isLessThan(80);
    }

    @Test
    void joints_are_seen_inside_a_body_of_glass_which_is_seen_itself() {
        Scene3d inside = new Scene3d(List.of(Shapes.sphere(0.2f, -1, 0.1f, 0.3f, 0xFFFFFF)), line(1).skeletons(),
                OptionalDouble.of(0), 0.4);

        TestPicture picture = draw(ORBIT, inside);

        int joint = pixelAt(picture.canvas(), 0.2f, -1, 0.1f);
        assertThat(Argb.red(joint)).isGreaterThan(Argb.blue(joint) + 30);
        assertThat(Argb.green(pixelAt(picture.canvas(), 0.35f, -1, 0.1f)))
                .isGreaterThan(Argb.green(pixelAt(draw(ORBIT, line(1)).canvas(), 0.35f, -1, 0.1f)) + 30);
    }

    @Test
    void grid_lines_far_away_turn_into_an_even_grey() {
        TestPicture picture = draw(new OrbitCamera(0.1, 0.02, 4, new Vector3(0, -0.4f, 0), 0.5), EMPTY);

        int horizonRow = HEIGHT / 2 + 4;
        for (int x = 40; x < 140; x++) {
            assertThat(Argb.green(picture.canvas().pixel(x, horizonRow)))
                    .isCloseTo(Argb.green(picture.canvas().pixel(x + 1, horizonRow)), within(6));
        }
    }

    @Test
    void a_canvas_of_another_size_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> view.draw(TestPicture.black(10, 10).canvas(), ORBIT, EMPTY))
                .withMessageContaining("10 x 10");
    }
}
