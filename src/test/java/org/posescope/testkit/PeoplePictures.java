package org.posescope.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.pose.Alignment;
import org.posescope.pose.Box;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The annotated people of the shared COCO pictures. */
public final class PeoplePictures {
    private static final String FOLDER = "data/image/";
    private static final int MANY_KEYPOINTS = 12;

    private PeoplePictures() {}

    /**
     * Somebody in a picture.
     *
     * @param keypoints how many of the 17 are annotated
     */
    public record Person(Path picture, Box box, int keypoints) {
        /** The picture, which the caller closes. */
        public Frame frame() {
            return TestFrames.load(picture);
        }

        /** What a pose network is shown. */
        public Region region() {
            return Alignment.region(box);
        }
    }

    /** Those of whom most points are annotated. */
    public static List<Person> wellSeen() throws IOException {
        return all().stream().filter(person -> person.keypoints >= MANY_KEYPOINTS).toList();
    }

    /** All of them, those of a picture one after the other. */
    public static List<Person> all() throws IOException {
        JsonNode truth = new ObjectMapper().readTree(Shared.file(FOLDER + "coco_people.json").toFile());
        List<Person> people = new ArrayList<>();
        for (JsonNode image : truth.get("images")) {
            for (JsonNode person : truth.get("annotations")) {
                if (person.get("image_id").asLong() == image.get("id").asLong()) {
                    JsonNode box = person.get("bbox");
                    people.add(new Person(Shared.file(FOLDER + image.get("file_name").asText()),
                            new Box(box.get(0).floatValue(), box.get(1).floatValue(), box.get(2).floatValue(),
                                    box.get(3).floatValue()),
                            person.get("num_keypoints").asInt()));
                }
            }
        }
        return people;
    }
}
