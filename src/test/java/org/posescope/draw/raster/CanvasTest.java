package org.posescope.draw.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;

class CanvasTest {
    private static final int GREY = 0xFF406080;

    @ParameterizedTest
    @CsvSource({"20, 20, 10", "20.5, 20.5, 10", "20.25, 19.6, 3.3", "20.1, 20.7, 1", "18.9, 21.3, 15.75"})
    void a_disc_covers_its_area(double x, double y, double radius) {
        TestPicture picture = TestPicture.black(40, 40);

        picture.canvas().disc(x, y, radius, Argb.WHITE);

        // A straight edge through each pixel instead of the arc adds pi / 12 to the exact area.
        assertThat(picture.area()).isCloseTo(Math.PI * (radius * radius + 1 / 12.0),
                within(0.005 * radius * radius + 0.1));
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 50, 30, 4", "10, 30, 50, 30, 3.5", "30.3, 8.1, 30.3, 51.7, 5", "50.2, 48.9, 11.1, 9.4, 1",
        "10, 12.5, 50, 14, 0.5", "45.5, 10.25, 12.75, 44, 0.3"})
    void a_line_covers_its_length_times_its_thickness_and_two_half_discs(double x0, double y0, double x1, double y1,
            double thickness) {
        TestPicture picture = TestPicture.black(60, 60);

        picture.canvas().line(x0, y0, x1, y1, thickness, Argb.WHITE);

        double radius = thickness / 2;
        double exact = Math.hypot(x1 - x0, y1 - y0) * thickness + Math.PI * radius * radius;
        assertThat(picture.area()).isCloseTo(exact, within(0.01 * exact + 0.3));
    }

    @Test
    void a_ring_is_a_disc_without_a_smaller_disc() {
        TestPicture ring = TestPicture.black(60, 60);
        ring.canvas().ring(30.2, 29.7, 20, 6, Argb.WHITE);
        TestPicture discs = TestPicture.black(60, 60);
        discs.canvas().disc(30.2, 29.7, 23, Argb.WHITE);
        discs.canvas().disc(30.2, 29.7, 17, Argb.BLACK);

        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 60; x++) {
                assertThat(Argb.green(ring.canvas().pixel(x, y))).as("%d, %d", x, y)
                        .isCloseTo(Argb.green(discs.canvas().pixel(x, y)), within(2));
            }
        }
    }

    @Test
    void an_upright_rectangle_is_exact_on_whole_and_half_pixels() {
        TestPicture picture = TestPicture.black(10, 6);

        picture.canvas().fillRectangle(1.5, 1, 6, 3.5, 0, Argb.WHITE);

        assertThat(picture.rowArea(0)).isZero();
        assertThat(picture.rowArea(1)).isCloseTo(6, within(0.01));
        assertThat(picture.rowArea(3)).isCloseTo(6, within(0.01));
        assertThat(Argb.green(picture.canvas().pixel(1, 2))).isEqualTo(128);
        assertThat(Argb.green(picture.canvas().pixel(2, 2))).isEqualTo(255);
        assertThat(Argb.green(picture.canvas().pixel(4, 4))).isEqualTo(128);
        assertThat(picture.rowArea(5)).isZero();
    }

    @Test
    void round_corners_take_away_what_a_circle_leaves_of_its_square() {
        TestPicture picture = TestPicture.black(60, 40);

        picture.canvas().fillRectangle(5, 5, 50, 30, 10, Argb.WHITE);

        assertThat(picture.area()).isCloseTo(50 * 30 - (4 - Math.PI) * 10 * 10, within(1.0));
        assertThat(picture.canvas().pixel(5, 5)).isEqualTo(Argb.BLACK);
        assertThat(picture.canvas().pixel(5, 20)).isEqualTo(Argb.WHITE);
    }

    @Test
    void an_outline_leaves_the_inside_alone() {
        TestPicture picture = TestPicture.black(60, 40);

        picture.canvas().strokeRectangle(10, 10, 40, 20, 0, 4, Argb.WHITE);

        assertThat(picture.canvas().pixel(30, 20)).isEqualTo(Argb.BLACK);
        assertThat(picture.canvas().pixel(30, 9)).isEqualTo(Argb.WHITE);
        assertThat(picture.canvas().pixel(8, 20)).isEqualTo(Argb.WHITE);
        assertThat(picture.area()).isCloseTo(2 * (40 + 20) * 4 - (4 - Math.PI) * 4, within(4.0));
    }

    @Test
    void figures_are_as_symmetric_as_their_geometry() {
        TestPicture picture = TestPicture.black(41, 41);

        picture.canvas().line(8, 20.5, 33, 20.5, 5.3, Argb.WHITE);
        picture.canvas().ring(20.5, 20.5, 15, 2.5, Argb.WHITE);

        for (int y = 0; y < 41; y++) {
            for (int x = 0; x < 41; x++) {
                int pixel = picture.canvas().pixel(x, y);
                assertThat(picture.canvas().pixel(40 - x, y)).isEqualTo(pixel);
                assertThat(picture.canvas().pixel(x, 40 - y)).isEqualTo(pixel);
            }
        }
    }

    @Test
    void spans_and_borders_of_a_line_join_to_the_coverage_of_every_pixel() {
        Random random = new Random(7);
        float[] covered = new float[1];
        for (int trial = 0; trial < 200; trial++) {
            double[] end = random.doubles(4, -20, 60).toArray();
            double thickness = random.nextDouble(0.2, 15);
            TestPicture picture = TestPicture.black(40, 40);
            picture.canvas().line(end[0], end[1], end[2], end[3], thickness, Argb.WHITE);
            Segment segment = new Segment().set(end[0], end[1], end[2], end[3]);
            for (int i = 0; i < 1600; i++) {
                int x = i % 40;
                int y = i / 40;
                segment.covered(y, x, x, -thickness / 2, thickness / 2, covered);
                assertThat(Argb.green(picture.canvas().pixel(x, y)))
                        .isCloseTo(Math.round(covered[0] * 255), within(2));
            }
        }
    }

    @Test
    void alpha_and_coverage_are_exact_at_both_ends_and_linear_between() {
        TestPicture picture = new TestPicture(4, 1, GREY);

        picture.canvas().fillRectangle(0, 0, 1, 1, 0, 0xFFFEDCBA);
        picture.canvas().fillRectangle(1, 0, 1, 1, 0, 0x00FEDCBA);
        picture.canvas().fillRectangle(2, 0, 1, 1, 0, 0x80FEDCBA);

        assertThat(picture.canvas().pixel(0, 0)).isEqualTo(0xFFFEDCBA);
        assertThat(picture.canvas().pixel(1, 0)).isEqualTo(GREY);
        assertThat(Argb.red(picture.canvas().pixel(2, 0))).isCloseTo((0x40 + 0xFE) / 2, within(1));
        assertThat(Argb.green(picture.canvas().pixel(2, 0))).isCloseTo((0x60 + 0xDC) / 2, within(1));
        assertThat(Argb.blue(picture.canvas().pixel(2, 0))).isCloseTo((0x80 + 0xBA) / 2, within(1));
        assertThat(picture.canvas().pixel(3, 0)).isEqualTo(GREY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFF000000, 0xFFFFFFFF, 0xFF010203, 0xFFFEFDFC})
    void blending_a_colour_over_itself_changes_nothing(int argb) {
        TestPicture picture = new TestPicture(20, 20, argb);

        for (int alpha = 0; alpha < 256; alpha += 5) {
            picture.canvas().disc(10.3, 9.8, 7, Argb.fade(argb, alpha / 255.0));
        }

        assertThat(picture.pixels()).containsOnly(argb);
    }

    @Test
    void a_translucent_picture_stays_premultiplied() {
        TestPicture picture = new TestPicture(1, 1, 0);

        picture.canvas().fillRectangle(0, 0, 1, 1, 0, 0x80FF0000);

        assertThat(picture.canvas().pixel(0, 0)).isEqualTo(0x80800000);
    }

    @Test
    void a_part_has_its_own_origin_and_borders() {
        TestPicture picture = TestPicture.black(30, 20);

        picture.canvas().part(10, 5, 10, 10).fillRectangle(-50, -50, 100, 100, 0, Argb.WHITE);

        assertThat(picture.area()).isEqualTo(100);
        assertThat(picture.canvas().pixel(10, 5)).isEqualTo(Argb.WHITE);
        assertThat(picture.canvas().pixel(19, 14)).isEqualTo(Argb.WHITE);
        assertThatIllegalArgumentException().isThrownBy(() -> picture.canvas().part(25, 0, 10, 10));
    }

    @Test
    void a_figure_over_the_border_is_the_same_as_inside_a_larger_picture() {
        Consumer<Canvas> drawing = canvas -> {
            canvas.line(-12.3, 7.1, 33.4, 21.9, 6.2, Argb.WHITE);
            canvas.disc(20.2, -3.1, 8.4, Argb.fade(Argb.WHITE, 0.5));
            canvas.ring(1.5, 17.3, 9, 3, GREY);
            canvas.strokeRectangle(-5, 3.3, 18, 90, 4, 2, 0x80FFCC00);
        };
        TestPicture large = TestPicture.black(80, 80);
        drawing.accept(large.canvas().part(30, 30, 20, 20));
        TestPicture whole = TestPicture.black(20, 20);
        drawing.accept(whole.canvas());

        for (int i = 0; i < 400; i++) {
            assertThat(whole.canvas().pixel(i % 20, i / 20)).isEqualTo(large.canvas().pixel(30 + i % 20, 30 + i / 20));
        }
    }

    @Test
    void no_coordinate_makes_it_write_outside() {
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, -1e300, 1e30,
            -1e12, Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 0, 0.5, 15.99, 16, 17, -0.0, 1e-300};
        Random random = new Random(3);
        TestPicture picture = TestPicture.black(16, 12);
        byte[] coverage = new byte[25];
        for (int trial = 0; trial < 20_000; trial++) {
            double[] v = random.ints(6, 0, odd.length).mapToDouble(i -> odd[i]).toArray();
            picture.canvas().line(v[0], v[1], v[2], v[3], v[4], Argb.WHITE);
            picture.canvas().disc(v[0], v[1], v[2], Argb.WHITE);
            picture.canvas().ring(v[0], v[1], v[2], v[3], Argb.WHITE);
            picture.canvas().fillRectangle(v[0], v[1], v[2], v[3], v[4], Argb.WHITE);
            picture.canvas().strokeRectangle(v[0], v[1], v[2], v[3], v[4], v[5], Argb.WHITE);
            picture.canvas().mask((int) v[0], (int) v[1], coverage, 5, 5, Argb.WHITE);
        }

        assertThat(picture.guardsIntact()).isTrue();
    }

    @Test
    void a_coordinate_that_is_no_number_draws_nothing() {
        TestPicture picture = TestPicture.black(10, 10);

        picture.canvas().line(Double.NaN, 1, 5, 5, 3, Argb.WHITE);
        picture.canvas().line(1, 1, 5, Double.POSITIVE_INFINITY, 3, Argb.WHITE);
        picture.canvas().disc(5, 5, Double.NaN, Argb.WHITE);
        picture.canvas().fillRectangle(0, Double.NaN, 5, 5, 0, Argb.WHITE);

        assertThat(picture.pixels()).containsOnly(Argb.BLACK);
    }

    @Test
    void a_line_from_very_far_away_still_passes_where_it_should() {
        TestPicture picture = TestPicture.black(20, 20);

        picture.canvas().line(-1e15, 10, 1e15, 10, 2, Argb.WHITE);

        assertThat(picture.rowArea(9)).isEqualTo(20);
        assertThat(picture.rowArea(10)).isEqualTo(20);
        assertThat(picture.area()).isEqualTo(40);
    }

    @Test
    void a_mask_is_clipped_on_all_sides() {
        byte[] full = new byte[16];
        Arrays.fill(full, (byte) 255);
        TestPicture picture = TestPicture.black(10, 10);

        picture.canvas().mask(-2, -1, full, 4, 4, Argb.WHITE);
        picture.canvas().mask(8, 8, full, 4, 4, Argb.WHITE);
        picture.canvas().mask(Integer.MAX_VALUE - 1, Integer.MIN_VALUE, full, 4, 4, Argb.WHITE);

        assertThat(picture.area()).isEqualTo(2 * 3 + 2 * 2);
        assertThat(picture.guardsIntact()).isTrue();
    }

    @Test
    void pixels_that_do_not_fit_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Canvas(Arena.ofAuto().allocate(99), 5, 5))
                .withMessageContaining("5 x 5");
        assertThatIllegalArgumentException().isThrownBy(() -> new Canvas(Arena.ofAuto().allocate(99), 0, 5));
    }

    @Test
    void it_draws_on_a_frame() {
        try (FramePool pool = new FramePool(); Frame frame = new Frame(pool.acquire(8, 8), 0, 0, 0)) {
            Canvas.on(frame).fillRectangle(0, 0, 8, 8, 0, 0xFF112233);

            assertThat(frame.pixels().asSlice(4 * 63).toArray(ValueLayout.JAVA_BYTE))
                    .containsExactly(0x33, 0x22, 0x11, 0xFF);
        }
    }
}
