package org.posescope.eval.coco;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.posescope.error.UserException;
import org.posescope.pose.Skeletons;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads annotation files as the COCO data set has them for its keypoints ({@code person_keypoints_val2017.json}). */
public final class CocoAnnotationsReader {
    private static final String PERSON = "person";
    private static final ObjectReader READER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build().readerFor(Content.class);

    private final Path file;

    private CocoAnnotationsReader(Path file) {
        this.file = file;
    }

    /** What is read of a file; null where something is missing. */
    private record Content(List<Image> images, List<Annotation> annotations, List<Category> categories) {}

    private record Image(Long id, @JsonProperty("file_name") String fileName, int width, int height) {}

    private record Category(long id, String name, List<String> keypoints) {}

    private record Annotation(long id, @JsonProperty("image_id") Long imageId,
            @JsonProperty("category_id") long categoryId, List<Double> keypoints,
            @JsonProperty("num_keypoints") Integer numKeypoints, Double area, List<Double> bbox, int iscrowd) {}

    /**
     * Reads all pictures and all people, but nothing of other categories.
     *
     * @throws UserException when the file cannot be read, is something else, has no keypoints, other keypoints than COCO's 17, or
     *                       nobody to be found
     */
    public static CocoAnnotations read(Path file) {
        return new CocoAnnotationsReader(file).read();
    }

    private CocoAnnotations read() {
        Content content = content();
        if (content.images == null || content.annotations == null) {
            throw new UserException(file + " is no file of COCO annotations: it has no 'images' or no 'annotations'");
        }
        if (content.annotations.stream().allMatch(each -> each.keypoints == null)) {
            throw new UserException(
                    file + " has no keypoints; use a file of COCO whose name begins with person_keypoints");
        }
        List<CocoPicture> pictures = content.images.stream().map(this::picture).toList();
        Set<Long> ids = pictures.stream().map(CocoPicture::id).collect(Collectors.toSet());
        if (ids.size() < pictures.size()) {
            throw new UserException(file + " gives two pictures the same id");
        }
        Optional<Category> person = person(content);
        List<AnnotatedPerson> people = new ArrayList<>();
        for (Annotation annotation : content.annotations) {
            if (person.isEmpty() || person.get().id == annotation.categoryId) {
                people.add(person(annotation, ids));
            }
        }
        return new CocoAnnotations(pictures, people);
    }

    private Content content() {
        try {
            return READER.readValue(file.toFile());
        } catch (JsonProcessingException e) {
            throw new UserException(file + " is no file of COCO annotations: "
                    + e.getOriginalMessage().lines().findFirst().orElse("not JSON"), e);
        } catch (IOException e) {
            throw new UserException("the annotations " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private CocoPicture picture(Image image) {
        return new CocoPicture(required(image.id, "an image", "id"),
                Path.of(required(image.fileName, "image " + image.id, "file_name")), image.width, image.height);
    }

    /** The category of people; empty where the file has no categories, and so only people. */
    private Optional<Category> person(Content content) {
        if (content.categories == null || content.categories.isEmpty()) {
            return Optional.empty();
        }
        Category person = content.categories.stream().filter(each -> PERSON.equals(each.name)).findFirst()
                .orElseThrow(() -> new UserException(file + " has no category named " + PERSON));
        if (person.keypoints != null && !person.keypoints.equals(Skeletons.COCO17.names())) {
            throw new UserException(file + " has other points than COCO's 17, which begin with nose and left_eye");
        }
        return Optional.of(person);
    }

    private AnnotatedPerson person(Annotation annotation, Set<Long> pictures) {
        String name = "annotation " + annotation.id;
        long picture = required(annotation.imageId, name, "image_id");
        if (!pictures.contains(picture)) {
            throw new UserException(
                    name + " of " + file + " is of a picture " + picture + " that the file does not list");
        }
        List<CocoPoint> points = points(name, annotation);
        List<Double> box = required(annotation.bbox, name, "bbox");
        if (box.size() != 4) {
            throw new UserException(name + " of " + file + " has a 'bbox' of " + box.size() + " numbers, not 4");
        }
        int labelled = annotation.numKeypoints == null
                ? (int) points.stream().filter(point -> point.flag() > 0).count()
                : annotation.numKeypoints;
        return new AnnotatedPerson(picture, points, labelled, required(annotation.area, name, "area"),
                new CocoBox(box.get(0), box.get(1), box.get(2), box.get(3)), annotation.iscrowd != 0);
    }

    private List<CocoPoint> points(String name, Annotation annotation) {
        return AnnotatedKeypoints.of(required(annotation.keypoints, name, "keypoints"))
                .orElseThrow(() -> new UserException(name + " of " + file + " has " + annotation.keypoints.size()
                        + " numbers in 'keypoints', not 3 for each of COCO's 17 points"));
    }

    private <T> T required(T value, String owner, String field) {
        if (value == null) {
            throw new UserException(owner + " of " + file + " has no '" + field + "'");
        }
        return value;
    }
}
