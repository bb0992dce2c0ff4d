package org.posescope.draw.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.TestPicture;

class FontTest {
    private final Typeface medium = Typeface.medium();

    @Test
    void a_text_is_as_wide_as_its_letters_and_their_kerning() {
        Font font = new Font(medium, 100);

        double apart = font.width("A") + font.width("V");

        assertThat(font.width("AV")).isLessThan(apart - 3).isGreaterThan(apart - 20);
        assertThat(font.width("AVAV")).isCloseTo(2 * font.width("AV") + font.width("VA") - apart, within(1e-9));
        assertThat(font.width("")).isZero();
    }

    @Test
    void figures_are_equally_wide_so_that_numbers_do_not_tremble() {
        Font font = new Font(medium, 20);

        assertThat(font.width("111.11")).isCloseTo(font.width("888.88"), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {11, 13, 20, 40, 64})
    void drawing_moves_the_pen_by_the_measured_width(double size) {
        Font font = new Font(Typeface.bold(), size);
        TestPicture picture = TestPicture.black(600, 100);

        double end = font.draw(picture.canvas(), "Tätowiert · 16.4 ms", 3.3, 70, Argb.WHITE);

        assertThat(end).isCloseTo(3.3 + font.width("Tätowiert · 16.4 ms"), within(1e-9));
        assertThat(picture.area()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(doubles = {11, 12, 13, 14, 15, 17, 19, 23, 29, 37, 64})
    void capitals_stand_on_the_baseline_and_end_on_a_pixel_border(double size) {
        Font font = new Font(medium, size);
        TestPicture picture = TestPicture.black(80, 80);

        font.draw(picture.canvas(), "H", 5, 70, Argb.WHITE);

        int cap = (int) font.capHeight();
        assertThat(font.capHeight()).isEqualTo(cap);
        assertThat(picture.rowArea(70)).isZero();
        assertThat(picture.rowArea(69)).isPositive().isCloseTo(picture.rowArea(70 - cap), within(0.02));
        assertThat(picture.rowArea(70 - cap - 1)).isZero();
    }

    @Test
    void coverage_is_the_area_of_the_outline_at_every_size() {
        double perEm = inkOf("Rg§8", 200) / (200.0 * 200);

        for (double size : new double[] {11, 16, 31, 64}) {
            assertThat(inkOf("Rg§8", size) / (size * size)).isCloseTo(perEm, within(0.06 * perEm));
        }
    }

    private double inkOf(String text, double size) {
        TestPicture picture = TestPicture.black((int) (4 * size), (int) (2 * size));
        new Font(medium, size).draw(picture.canvas(), text, 2, Math.rint(1.4 * size), Argb.WHITE);
        return picture.area();
    }

    @Test
    void the_hole_of_a_letter_stays_open() {
        TestPicture picture = TestPicture.black(100, 100);
        Font font = new Font(medium, 100);

        font.draw(picture.canvas(), "O", 0, 90, Argb.WHITE);

        int middle = (int) (font.width("O") / 2);
        assertThat(picture.canvas().pixel(middle, (int) (90 - font.capHeight() / 2))).isEqualTo(Argb.BLACK);
        assertThat(picture.canvas().pixel(middle, 86)).isEqualTo(Argb.WHITE);
    }

    @Test
    void a_quarter_of_a_pixel_moves_the_ink_by_a_quarter() {
        assertThat(centreOfInk(10.25) - centreOfInk(10)).isCloseTo(0.25, within(0.02));
        assertThat(centreOfInk(-0.5) - centreOfInk(-1)).isCloseTo(0.5, within(0.02));
    }

    private double centreOfInk(double x) {
        TestPicture picture = TestPicture.black(40, 40);
        new Font(medium, 20).draw(picture.canvas(), "i", x, 30, Argb.WHITE);
        double sum = 0;
        for (int i = 0; i < 1600; i++) {
            sum += i % 40 * Argb.green(picture.canvas().pixel(i % 40, i / 40)) / 255.0;
        }
        return sum / picture.area();
    }

    @Test
    void what_does_not_fit_ends_in_an_ellipsis() {
        Font font = new Font(medium, 14);
        String name = "one-by-one-person-detection.mp4";

        String shortened = font.ellipsize(name, 100);

        assertThat(shortened).endsWith("…").hasSizeBetween(5, 20);
        assertThat(name).startsWith(shortened.substring(0, shortened.length() - 1));
        assertThat(font.width(shortened)).isLessThanOrEqualTo(100).isGreaterThan(80);
        assertThat(font.ellipsize(name, 1000)).isEqualTo(name);
        assertThat(font.ellipsize(name, 0)).isEqualTo("…");
    }

    @Test
    void all_of_latin_1_and_the_symbols_of_the_display_have_glyphs() {
        int replacement = medium.glyphIndex('?');

        assertThat("AZaz09~!ÄÖÜäöüßÀÿ·×÷°±…–→ #%µ".chars()).noneMatch(c -> medium.glyphIndex(c) == replacement);
        assertThat(medium.glyphIndex('\u4E2D')).isEqualTo(replacement).isNotNegative();
    }

    @Test
    void text_far_outside_or_nowhere_writes_nothing() {
        TestPicture picture = TestPicture.black(20, 20);
        Font font = new Font(medium, 12);

        for (double odd : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, -1e300, 1e300, 1e9, -1e9}) {
            font.draw(picture.canvas(), "text", odd, 10, Argb.WHITE);
            font.draw(picture.canvas(), "text", 1, odd, Argb.WHITE);
        }

        assertThat(picture.pixels()).containsOnly(Argb.BLACK);
        assertThat(picture.guardsIntact()).isTrue();
    }

    @Test
    void a_size_that_is_none_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Font(medium, Double.NaN));
    }
}
