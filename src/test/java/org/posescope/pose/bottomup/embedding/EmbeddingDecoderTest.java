package org.posescope.pose.bottomup.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Skeletons;

class EmbeddingDecoderTest {
    private static final int ROWS = 512;
    private static final int COLUMNS = 896;
    private static final int NOSE = 0;
    private static final int LEFT_WRIST = Skeletons.COCO17.index("left_wrist");
    private static final double HEAT = 0.9;

    private final EmbeddingPainter painter = new EmbeddingPainter(ROWS, COLUMNS);
    private final EmbeddingDecoder decoder = new EmbeddingDecoder(ROWS, COLUMNS);

    private List<FoundPose> decode() {
        return decoder.decode(painter.heatmapsAndTags(), painter.fineHeatmaps());
    }

    private static IntStream upToTwenty() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("upToTwenty")
    void as_many_people_are_found_where_they_were_drawn(int count) {
        List<DrawnBody> drawn = DrawnBody.crowd(count, ROWS, COLUMNS);
        drawn.forEach(person -> painter.paint(person, HEAT));

        List<FoundPose> found = decode();

        assertThat(found).hasSize(count);
        for (DrawnBody person : drawn) {
            FoundPose nearest = nearest(found, person);
            assertThat(nearest.score()).isCloseTo((float) HEAT, within(0.05f));
            for (int point = 0; point < EmbeddingPainter.POINTS; point++) {
                assertThat(distance(nearest, person, point)).as("point " + point).isLessThan(0.9);
                assertThat(nearest.points().get(point).score()).isCloseTo((float) HEAT, within(0.07f));
            }
        }
    }

    private static FoundPose nearest(List<FoundPose> found, DrawnBody person) {
        return found.stream().min(Comparator.comparingDouble(each -> distance(each, person, NOSE))).orElseThrow();
    }

    private static double distance(FoundPose found, DrawnBody person, int point) {
        Keypoint keypoint = found.points().get(point);
        return Math.hypot(keypoint.x() - person.x(point), keypoint.y() - person.y(point));
    }

    @Test
    void people_whose_limbs_cross_are_told_apart_by_their_tags() {
        DrawnBody left = new DrawnBody(300, 40, 400, 1.2f);
        DrawnBody right = new DrawnBody(360, 55, 400, -1.1f);
        painter.paint(left, HEAT);
        painter.paint(right, HEAT);

        List<FoundPose> found = decode();

        assertThat(found).hasSize(2);
        for (int point = 0; point < EmbeddingPainter.POINTS; point++) {
            assertThat(distance(nearest(found, left), left, point) + distance(nearest(found, right), right, point))
                    .as("point " + point).isLessThan(2);
        }
    }

    @Test
    void a_point_too_faint_for_a_peak_is_looked_for_where_the_tag_fits_and_not_where_it_is_brightest() {
        DrawnBody seen = new DrawnBody(300, 40, 400, 1);
        DrawnBody other = new DrawnBody(600, 40, 400, 4);
        for (int point = 0; point < EmbeddingPainter.POINTS; point++) {
            painter.paint(point, seen, point == LEFT_WRIST ? 0.06 : HEAT);
            painter.paint(point, other, HEAT);
        }

        FoundPose person = nearest(decode(), seen);

        assertThat(distance(person, seen, LEFT_WRIST)).isLessThan(1);
        assertThat(person.points().get(LEFT_WRIST).score()).isCloseTo(0.06f, within(0.01f));
        // What was looked for afterwards does not make anybody surer.
        assertThat((double) person.score()).isCloseTo(HEAT * 16 / 17, within(0.06));
    }

    @Test
    void a_point_that_is_nowhere_has_no_score() {
        DrawnBody seen = new DrawnBody(300, 40, 400, 1);
        IntStream.range(0, EmbeddingPainter.POINTS).filter(point -> point != LEFT_WRIST)
                .forEach(point -> painter.paint(point, seen, HEAT));

        assertThat(decode()).singleElement()
                .satisfies(person -> assertThat(person.points().get(LEFT_WRIST).score()).isZero());
    }

    @Test
    void somebody_without_a_nose_is_found_too() {
        DrawnBody person = new DrawnBody(300, 40, 400, 0.3f);
        IntStream.range(5, EmbeddingPainter.POINTS).forEach(point -> painter.paint(point, person, HEAT));

        assertThat(decode()).singleElement().satisfies(found -> {
            assertThat(distance(found, person, 16)).isLessThan(1);
            assertThat(found.points().get(NOSE).score()).isZero();
        });
    }

    @Test
    void nobody_is_found_in_nothing_and_a_decoder_forgets_the_picture_before() {
        painter.paint(new DrawnBody(300, 40, 400, 1), HEAT);
        assertThat(decode()).hasSize(1);

        EmbeddingPainter empty = new EmbeddingPainter(ROWS, COLUMNS);
        assertThat(decoder.decode(empty.heatmapsAndTags(), empty.fineHeatmaps())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'0,1', 1, 2, 1, 4, '0, 0.25, 0.75, 1'", "'0,1,2,3', 2, 2, 4, 4, "
            + "'0, 0.25, 0.75, 1, 0.5, 0.75, 1.25, 1.5, 1.5, 1.75, 2.25, 2.5, 2, 2.25, 2.75, 3'",
        "'3,6,9', 1, 3, 2, 3, '3, 6, 9, 3, 6, 9'"})
    void maps_are_enlarged_as_pytorch_does_it_without_aligned_corners(String source, int sourceRows, int sourceColumns,
            int rows, int columns, String expected) {
        float[] cells = numbers(source);
        float[] enlarged = new float[rows * columns];
        Enlargement enlargement = new Enlargement(sourceRows, sourceColumns, rows, columns);

        enlargement.enlarge(cells, 0, enlarged);

        assertThat(enlarged).containsExactly(numbers(expected), within(1e-6f));
        for (int i = 0; i < enlarged.length; i++) {
            assertThat(enlargement.sample(cells, i / columns, i % columns)).isEqualTo(enlarged[i]);
        }
    }

    private static float[] numbers(String text) {
        String[] parts = text.split(",");
        float[] values = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = Float.parseFloat(parts[i].strip());
        }
        return values;
    }
}
