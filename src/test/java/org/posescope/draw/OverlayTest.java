package org.posescope.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.TestPicture;
import org.posescope.pose.Bone;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;

class OverlayTest {
    private static final int GROUND = 0xFF707070;
    private static final HudFigures FIGURES = new HudFigures("min latency", 61.8, 16.4, 0);

    private static TestPicture draw(String layers, Person person, HudFigures figures, int width, int height) {
        TestPicture picture = new TestPicture(width, height, GROUND);
        Overlay.of(Layers.parse(layers)).draw(picture.canvas(), List.of(person), 0, figures);
        assertThat(picture.guardsIntact()).isTrue();
        return picture;
    }

    @ParameterizedTest
    @ValueSource(ints = {432, 1920})
    void every_point_has_a_dot_in_the_colour_of_its_side(int height) {
        Keypoint left = new Keypoint(height * 0.3f, height * 0.5f, 0.9f);
        Keypoint right = new Keypoint(height * 0.2f, height * 0.4f, 0.9f);
        TestPicture picture = draw("skeleton", twoPoints(left, right, height), FIGURES, height, height);

        assertThat(picture.canvas().pixel((int) left.x(), (int) left.y()))
                .isEqualTo(Palette.limb(1, Skeleton.Side.LEFT));
        assertThat(picture.canvas().pixel((int) right.x(), (int) right.y()))
                .isEqualTo(Palette.limb(1, Skeleton.Side.RIGHT));
    }

    @Test
    void a_bone_is_drawn_in_the_middle_of_its_ends_and_dark_beside_itself() {
        TestPicture picture = draw("skeleton",
                twoPoints(new Keypoint(200.5f, 300.5f, 1), new Keypoint(400.5f, 300.5f, 1), 600), FIGURES, 600, 600);

        assertThat(picture.canvas().pixel(300, 300)).isEqualTo(Palette.person(1));
        int beside = (int) Math.ceil(Sizes.ofPicture(600, 600).limb(600) / 2) + 1;
        assertThat(Argb.luminance(picture.canvas().pixel(300, 300 + beside))).isLessThan(Argb.luminance(GROUND));
    }

    @Test
    void an_unsure_bone_is_more_transparent_and_a_bad_point_is_left_out() {
        Keypoint sure = new Keypoint(200, 300, 1);
        int unsureBone = draw("skeleton", twoPoints(sure, new Keypoint(400, 300, 0.4f), 600), FIGURES, 600, 600)
                .canvas()
                .pixel(300, 300);
        TestPicture without = draw("skeleton", twoPoints(sure, new Keypoint(400, 300, 0.29f), 600), FIGURES, 600, 600);

        assertThat(unsureBone).isNotIn(GROUND, Palette.person(1));
        assertThat(without.canvas().pixel(300, 300)).isEqualTo(GROUND);
        assertThat(without.canvas().pixel(400, 300)).isEqualTo(GROUND);
    }

    private static Person twoPoints(Keypoint left, Keypoint right, int size) {
        Skeleton skeleton = new Skeleton("two", List.of("left_hip", "right_hip"), List.of(new Bone(0, 1)));
        return People.person(new Box(0, 0, size, size), new Keypoints(skeleton, List.of(left, right)));
    }

    @Test
    void points_of_the_face_are_smaller() {
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            points.add(new Keypoint(i * 50 + 50, i < 5 ? 100 : 500, 1));
        }
        Skeleton unjoined = new Skeleton("coco17", Skeletons.COCO17.names(), List.of());
        TestPicture picture = draw("skeleton",
                People.person(new Box(0, 0, 900, 900), new Keypoints(unjoined, points)), FIGURES, 900, 900);

        assertThat(changed(picture, 0, 75, 25, 125)).isZero();
        assertThat(changed(picture, 25, 75, 75, 125)).isPositive()
                .isLessThan(changed(picture, 275, 475, 325, 525) / 2);
    }

    private static long changed(TestPicture picture, int left, int top, int right, int bottom) {
        long count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                count += picture.canvas().pixel(x, y) == GROUND ? 0 : 1;
            }
        }
        return count;
    }

    @Test
    void a_box_is_an_outline_in_the_colour_of_the_person() {
        TestPicture picture = draw("boxes",
                People.person(new Box(100.5f, 150.5f, 200, 300), People.walking(600, 1).ownKeypoints()), FIGURES, 600,
                600);

        assertThat(picture.canvas().pixel(200, 150)).isEqualTo(Palette.person(1));
        assertThat(picture.canvas().pixel(100, 300)).isEqualTo(Palette.person(1));
        assertThat(picture.canvas().pixel(200, 300)).isEqualTo(GROUND);
        assertThat(picture.canvas().pixel(50, 300)).isEqualTo(GROUND);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, -50, 200, 580})
    void the_plate_of_a_person_stays_in_the_picture(float at) {
        TestPicture picture = draw("ids",
                People.person(new Box(at, at, 200, 300), People.walking(600, 1).ownKeypoints()), FIGURES, 600, 600);

        assertThat(changed(picture, 0, 0, 600, 600)).isGreaterThan(700);
    }

    @Test
    void figures_that_are_not_shown_take_no_place_from_the_plate_of_a_person() {
        Person person = People.person(new Box(30, 45, 200, 300), People.walking(600, 1).ownKeypoints());

        TestPicture alone = draw("ids", person, FIGURES, 600, 600);
        TestPicture below = draw("ids,hud", person, FIGURES, 600, 600);

        assertThat(alone.pixels()).isEqualTo(draw("ids", person, HudFigures.NONE, 600, 600).pixels());
        assertThat(changed(alone, 0, 45, 600, 600)).isZero();
        assertThat(changed(below, 0, 45, 600, 600)).isGreaterThan(700);
    }

    @Test
    void the_display_is_in_the_upper_left_corner_and_shows_only_what_is_known() {
        Person person = People.walking(600, 1);
        TestPicture all = draw("hud", person, FIGURES, 600, 600);
        TestPicture rate = draw("hud", person, new HudFigures("", 61.8, Double.NaN, 0), 600, 600);

        assertThat(changed(all, 0, 0, 600, 600)).isEqualTo(changed(all, 0, 0, 300, 40))
                .isGreaterThan(2 * changed(rate, 0, 0, 300, 40));
        assertThat(draw("hud", person, HudFigures.NONE, 600, 600).pixels()).containsOnly(GROUND);
        TestPicture lifted = draw("hud", person, new HudFigures("", 61.8, Double.NaN, 0, true), 600, 600);
        assertThat(changed(lifted, 0, 0, 300, 40)).isGreaterThan(changed(rate, 0, 0, 300, 40));
    }

    @Test
    void labels_stand_beside_the_points_of_a_large_person_only() {
        Person large = People.walking(1000, 1);
        TestPicture picture = draw("labels", large, FIGURES, 600, 1000);

        Keypoint elbow = large.ownKeypoints().points().get(Skeletons.BLAZEPOSE33.index("left_elbow"));
        assertThat(changed(picture, (int) elbow.x() + 20, (int) elbow.y() - 4, (int) elbow.x() + 40,
                (int) elbow.y() + 4)).isEqualTo(20 * 8);
        assertThat(draw("labels", People.walking(200, 1), FIGURES, 600, 1000).pixels()).containsOnly(GROUND);
    }

    @Test
    void layers_are_drawn_in_order_and_what_needs_a_camera_is_the_callers() {
        List<String> calls = new ArrayList<>();
        TestPicture picture = new TestPicture(64, 64, GROUND);

        new Overlay(List.of((c, p, t, f) -> calls.add("first"), (c, p, t, f) -> calls.add("second"))).draw(
                picture.canvas(),
                List.of(), 0, FIGURES);
        Overlay.of(Layers.parse("joints3d,mesh"), (c, p, t, f) -> calls.add("mesh"),
                (c, p, t, f) -> calls.add("joints3d"))
                .draw(picture.canvas(), List.of(), 0, FIGURES);

        assertThat(calls).containsExactly("first", "second", "mesh", "joints3d");
    }

    @Test
    void in_a_mirror_the_left_of_people_stays_theirs_and_what_is_written_can_be_read() {
        Keypoint left = new Keypoint(400, 300, 1);
        Keypoint right = new Keypoint(200, 300, 1);
        TestPicture plain = new TestPicture(600, 600, GROUND);
        TestPicture mirrored = new TestPicture(600, 600, GROUND);
        Overlay overlay = Overlay.of(Layers.parse("mesh,skeleton,hud"),
                (canvas, people, micros, figures) -> canvas.disc(100, 500, 20, Argb.WHITE),
                (canvas, people, micros, figures) -> {});

        overlay.draw(plain.canvas(), List.of(twoPoints(left, right, 600)), 0, FIGURES);
        overlay.mirrored(true).draw(mirrored.canvas(), List.of(twoPoints(left, right, 600)), 0, FIGURES);

        assertThat(mirrored.canvas().pixel(199, 300)).isEqualTo(Palette.limb(1, Skeleton.Side.LEFT));
        assertThat(mirrored.canvas().pixel(399, 300)).isEqualTo(Palette.limb(1, Skeleton.Side.RIGHT));
        assertThat(mirrored.canvas().pixel(499, 500)).isEqualTo(Argb.WHITE);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 600; x++) {
                assertThat(mirrored.canvas().pixel(x, y)).as("%d, %d", x, y).isEqualTo(plain.canvas().pixel(x, y));
            }
        }
    }

    @Test
    void points_at_impossible_places_do_no_harm() {
        Keypoint nowhere = new Keypoint(Float.NaN, Float.POSITIVE_INFINITY, 1);
        Keypoint far = new Keypoint(1e30f, -1e30f, Float.NaN);

        draw("all", twoPoints(nowhere, far, 600), new HudFigures("async", Double.POSITIVE_INFINITY, 1e300, 9), 40, 30);
        draw("all", twoPoints(new Keypoint(-1e9f, 5, 1), new Keypoint(1e9f, 6, 1), 600), FIGURES, 1, 1);
    }
}
