package org.posescope.eval.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.error.UserException;
import org.posescope.testkit.Shared;

class CocoAnnotationsReaderTest {
    private static final String POINTS = String.join(",", Collections.nCopies(17, "1,2,2"));
    private static final String IMAGES = "\"images\": [{\"id\": 5, \"file_name\": \"a.jpg\", \"width\": 640, \"height\": 480}]";

    @TempDir
    private Path folder;

    @Test
    void a_file_of_coco_gives_its_pictures_in_order_and_its_people() {
        CocoAnnotations annotations = CocoAnnotationsReader.read(Shared.file("data/image/coco_people.json"));

        assertThat(annotations.pictures()).extracting(CocoPicture::id).containsExactly(785L, 40083L, 196141L);
        assertThat(annotations.pictures().getFirst())
                .isEqualTo(new CocoPicture(785, Path.of("000000000785.jpg"), 640, 425));
        assertThat(annotations.people(196141)).hasSize(5);
        assertThat(annotations.expected()).isEqualTo(7);
        AnnotatedPerson skier = annotations.people(785).getFirst();
        assertThat(skier.labelled()).isEqualTo(17);
        assertThat(skier.area()).isEqualTo(27789.11055);
        assertThat(skier.box()).isEqualTo(new CocoBox(280.79, 44.73, 218.7, 346.68));
    }

    @Test
    void things_of_other_categories_are_left_out() throws IOException {
        CocoAnnotations annotations = read(IMAGES
                + ", \"categories\": [{\"id\": 1, \"name\": \"person\"}, {\"id\": 18, \"name\": \"dog\"}], \"annotations\": ["
                + annotation(1, 5, POINTS)
                + ", {\"id\": 2, \"image_id\": 5, \"category_id\": 18, \"bbox\": [0, 0, 9, 9]}]");

        assertThat(annotations.people(5)).hasSize(1);
    }

    @Test
    void points_are_counted_where_the_file_does_not_say_how_many_are_labelled() throws IOException {
        String points = "0,0,0," + String.join(",", Collections.nCopies(16, "1,2,1"));

        assertThat(
                read(IMAGES + ", \"annotations\": [" + annotation(1, 5, points) + "]").people(5).getFirst().labelled())
                .isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    [] | no file of COCO annotations
                    { | no file of COCO annotations
                    {"a": 1} | no 'images' or no 'annotations'
                    {IMAGES, "annotations": [{"id": 1, "image_id": 5, "bbox": [0, 0, 1, 1], "area": 1}]} | has no keypoints
                    {IMAGES, "annotations": [PERSON, {"id": 2, "image_id": 5}]} | annotation 2
                    {IMAGES, "annotations": [ELSEWHERE]} | a picture 6 that the file does not list
                    {IMAGES, "annotations": [{"id": 1, "image_id": 5, "keypoints": [1, 2, 3], "bbox": [0, 0, 1, 1]}]} | 3 numbers
                    {IMAGES, "annotations": [PERSON], "categories": [{"id": 1, "name": "dog"}]} | no category named person
                    {IMAGES, "annotations": [PERSON], "categories": [{"id": 1, "name": "person", "keypoints": ["hand"]}]} | other points
                    {"images": [{"id": 5}], "annotations": [PERSON]} | image 5 of
                    """)
    void what_is_no_file_of_people_and_points_is_refused_in_one_sentence(String content, String what)
            throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"),
                content.replace("IMAGES", IMAGES).replace("PERSON", annotation(1, 5, POINTS)).replace("ELSEWHERE",
                        annotation(1, 6, POINTS)));

        assertThatThrownBy(() -> CocoAnnotationsReader.read(file)).isInstanceOf(UserException.class)
                .hasMessageContaining(what).satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a": 1} | no file of COCO results
            [{"image_id": 5, "score": 1}] | without
            [{"image_id": 5, "score": 1, "keypoints": [1, 2, 3]}] | 3 numbers
            """)
    void what_is_no_file_of_results_is_refused_in_one_sentence(String content, String what) throws IOException {
        Path file = Files.writeString(folder.resolve("r.json"), content);

        assertThatThrownBy(() -> CocoResults.read(file)).isInstanceOf(UserException.class).hasMessageContaining(what)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    private CocoAnnotations read(String content) throws IOException {
        return CocoAnnotationsReader.read(Files.writeString(folder.resolve("c.json"), "{" + content + "}"));
    }

    private static String annotation(int id, int picture, String points) {
        return String.format(Locale.ROOT,
                "{\"id\": %d, \"image_id\": %d, \"category_id\": 1, \"area\": 100, \"bbox\": [0, 0, 9, 9], \"keypoints\": [%s]}",
                id, picture, points);
    }
}
