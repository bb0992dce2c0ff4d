package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.pose.Keypoint;
import org.posescope.pose.KeypointSimilarity;
import org.posescope.testkit.Shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The default landmarks behind YOLOX against people's annotations in real pictures. */
class CocoAccuracyTest {
    private static final int MANY_POINTS = 12;

    @TempDir
    private Path folder;

    @Test
    void seven_annotated_people_are_met_with_a_mean_oks_of_three_quarters() throws IOException {
        Path images = Shared.file("data/image");
        Path json = folder.resolve("people.json");

        Program.Ended ended = Program.run("-i", images, "--detector", "yolox", "-m",
                Shared.file("data/detector/yolox_nano.onnx"), "--json", json);

        assertThat(ended.status()).as(ended.err()).isZero();
        Motion motion = Motion.read(json);
        List<String> names = pictureNames(images);
        List<Double> similarities = new ArrayList<>();
        JsonNode truth = new ObjectMapper().readTree(images.resolve("coco_people.json").toFile());
        for (JsonNode annotation : truth.get("annotations")) {
            if (annotation.get("num_keypoints").asInt() >= MANY_POINTS) {
                int frame = names.indexOf(fileName(truth, annotation.get("image_id").asLong()));
                similarities.add(best(annotation, motion.frames().get(frame).get("people")));
            }
        }
        assertThat(similarities).hasSize(7);
        assertThat(similarities.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .isGreaterThanOrEqualTo(0.75);
    }

    private static List<String> pictureNames(Path images) throws IOException {
        try (Stream<Path> files = Files.list(images)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.matches(".*\\.(jpg|png)"))
                    .sorted()
                    .toList();
        }
    }

    private static String fileName(JsonNode truth, long imageId) {
        for (JsonNode image : truth.get("images")) {
            if (image.get("id").asLong() == imageId) {
                return image.get("file_name").asText();
            }
        }
        throw new IllegalArgumentException("no image " + imageId);
    }

    private static double best(JsonNode annotation, JsonNode people) {
        List<Keypoint> truth = new ArrayList<>();
        JsonNode values = annotation.get("keypoints");
        for (int i = 0; i < values.size(); i += 3) {
            truth.add(new Keypoint(values.get(i).floatValue(), values.get(i + 1).floatValue(),
                    values.get(i + 2).floatValue()));
        }
        double best = 0;
        for (JsonNode person : people) {
            List<Keypoint> found = new ArrayList<>();
            person.get("keypoints").get("coco17").forEach(
                    point -> found.add(new Keypoint(point.get(0).floatValue(), point.get(1).floatValue(), 1)));
            best = Math.max(best, KeypointSimilarity.oks(truth, found, annotation.get("area").asDouble()));
        }
        return best;
    }
}
