package org.posescope.eval.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.testkit.Shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Against the numbers of the COCO API on the same files (fixtures/metrics), and on cases that can be counted by hand. */
class CocoEvaluationTest {
    private static final double TOLERANCE = 1e-9;
    private static final double SIDE = 100;
    private static final Comparator<Double> CLOSE = (a, b) -> Math.abs(a - b) < TOLERANCE ? 0 : Double.compare(a, b);

    private static CocoEvaluation reference() {
        return new CocoEvaluation(CocoAnnotationsReader.read(Shared.file("fixtures/metrics/oks_ground_truth.json")),
                CocoResults.read(Shared.file("fixtures/metrics/oks_detections.json")));
    }

    private static JsonNode expected() throws IOException {
        return new ObjectMapper().readTree(Shared.file("fixtures/metrics/metrics.json").toFile()).get("oks");
    }

    @Test
    void the_ten_numbers_are_those_of_the_coco_api() throws IOException {
        JsonNode figures = new ObjectMapper().valueToTree(reference().figures());

        assertThat(figures.size()).isEqualTo(10);
        for (Map.Entry<String, JsonNode> each : expected().get("stats").properties()) {
            assertThat(figures.get(each.getKey()).asDouble()).as(each.getKey()).isCloseTo(each.getValue().asDouble(),
                    within(TOLERANCE));
        }
    }

    @Test
    void each_similarity_is_that_of_the_coco_api() throws IOException {
        CocoEvaluation evaluation = reference();
        for (Map.Entry<String, JsonNode> each : expected().get("oks_matrix_per_image").properties()) {
            PictureMatch picture = evaluation.picture(Long.parseLong(each.getKey()));
            assertThat(picture.found()).isGreaterThanOrEqualTo(each.getValue().size());
            for (int i = 0; i < each.getValue().size(); i++) {
                JsonNode row = each.getValue().get(i);
                for (int j = 0; j < row.size(); j++) {
                    assertThat(picture.similarity(i, j)).as("%s: %d, %d", each.getKey(), i, j)
                            .isCloseTo(row.get(j).asDouble(), within(TOLERANCE));
                }
            }
        }
    }

    @Test
    void precision_and_recall_are_those_of_the_coco_api() throws IOException {
        JsonNode precision = expected().get("precision_at_recall_all_T_by_R");
        JsonNode recall = expected().get("recall_T_by_area");
        CocoEvaluation evaluation = reference();
        for (int t = 0; t < Thresholds.similarities(); t++) {
            for (int r = 0; r < Thresholds.recalls(); r++) {
                assertThat(evaluation.precisionRecall(AreaRange.ALL).precision(t, r)).as("%d, %d", t, r)
                        .isCloseTo(precision.get(t).get(r).asDouble(), within(TOLERANCE));
            }
            List<AreaRange> order = List.of(AreaRange.ALL, AreaRange.MEDIUM, AreaRange.LARGE);
            for (AreaRange sizes : order) {
                assertThat(evaluation.precisionRecall(sizes).recall(t)).as("%d, %s", t, sizes)
                        .isCloseTo(recall.get(t).get(order.indexOf(sizes)).asDouble(), within(TOLERANCE));
            }
        }
    }

    @Test
    void the_annotations_themselves_are_perfect() {
        CocoFigures figures = evaluation(List.of(human(1, 0), human(1, 300)),
                List.of(found(1, 0, 0.1), found(1, 300, 0.9)))
                .figures();

        // 10,000 square pixels are large, and nobody is medium.
        assertThat(figures).usingRecursiveComparison().withComparatorForType(CLOSE, Double.class)
                .isEqualTo(new CocoFigures(1, 1, 1, -1, 1, 1, 1, 1, -1, 1));
    }

    @Test
    void somebody_found_twice_is_right_once_and_what_is_surer_than_the_right_one_counts_against_it() {
        CocoFigures twice = evaluation(List.of(human(1, 0)), List.of(found(1, 0, 0.9), found(1, 0, 0.8))).figures();
        CocoFigures wrongFirst = evaluation(List.of(human(1, 0)), List.of(found(1, 500, 0.9), found(1, 0, 0.8)))
                .figures();

        assertThat(twice.ap()).isCloseTo(1, within(TOLERANCE));
        assertThat(wrongFirst.ap()).isCloseTo(0.5, within(TOLERANCE));
        assertThat(wrongFirst.ar()).isCloseTo(1, within(TOLERANCE));
    }

    @Test
    void a_crowd_takes_everybody_who_is_similar_to_it_and_counts_for_nothing() {
        AnnotatedPerson crowd = new AnnotatedPerson(1, Collections.nCopies(17, CocoPoint.NONE), 0, 1e4,
                new CocoBox(300, 0, SIDE, SIDE), true);

        CocoFigures figures = evaluation(List.of(human(1, 0), crowd),
                List.of(found(1, 300, 0.9), found(1, 310, 0.85), found(1, 0, 0.8))).figures();

        assertThat(figures.ap()).isCloseTo(1, within(TOLERANCE));
    }

    @Test
    void the_mean_similarity_leaves_out_who_is_badly_labelled_and_counts_the_missing_as_nothing() {
        AnnotatedPerson badly = new AnnotatedPerson(1, human(1, 0).points(), 3, 1e4, new CocoBox(0, 0, SIDE, SIDE),
                false);

        MeanSimilarity mean = evaluation(List.of(badly, human(1, 0), human(2, 0)), List.of(found(1, 0, 0.3)))
                .meanSimilarity(12);

        assertThat(mean).isEqualTo(new MeanSimilarity(12, 2, 0.5));
    }

    @Test
    void pictures_beyond_the_limit_and_whoever_is_found_in_them_count_for_nothing() {
        CocoAnnotations both = annotations(List.of(human(2, 0), human(1, 0)));

        CocoAnnotations first = both.limitedTo(1);

        assertThat(first.pictures()).extracting(CocoPicture::id).containsExactly(1L);
        assertThat(new CocoEvaluation(first, List.of(found(1, 0, 0.5), found(2, 500, 0.9))).figures().ap())
                .isCloseTo(1, within(TOLERANCE));
    }

    private static CocoEvaluation evaluation(List<AnnotatedPerson> people, List<FoundPerson> found) {
        return new CocoEvaluation(annotations(people), found);
    }

    private static CocoAnnotations annotations(List<AnnotatedPerson> people) {
        List<CocoPicture> pictures = people.stream().map(AnnotatedPerson::picture).distinct()
                .map(id -> new CocoPicture(id, Path.of(id + ".jpg"), 640, 480)).toList();
        return new CocoAnnotations(pictures, people);
    }

    /** Points on the diagonal of a square that begins at x. */
    private static List<CocoPoint> points(double x) {
        return IntStream.range(0, 17).mapToObj(i -> new CocoPoint(x + SIDE * i / 16, SIDE * i / 16, 2)).toList();
    }

    private static AnnotatedPerson human(long picture, double x) {
        return new AnnotatedPerson(picture, points(x), 17, SIDE * SIDE, new CocoBox(x, 0, SIDE, SIDE), false);
    }

    private static FoundPerson found(long picture, double x, double score) {
        return new FoundPerson(picture, points(x), score);
    }
}
