package org.posescope.eval.coco;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.posescope.error.UserException;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** COCO's format for the keypoints that a program found: a list of people, each with its picture, points and score. */
public final class CocoResults {
    private static final long PERSON = 1;
    private static final ObjectReader READER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build().readerForListOf(Entry.class);

    private CocoResults() {}

    /** A person as written. */
    private record Entry(@JsonProperty("image_id") Long imageId, @JsonProperty("category_id") long categoryId,
            @JsonProperty("keypoints") List<Double> keypoints, @JsonProperty("score") Double score) {
        static Entry of(FoundPerson person) {
            return new Entry(person.picture(), PERSON, AnnotatedKeypoints.numbers(person.points()), person.score());
        }
    }

    /** The list to be written as JSON. */
    public static List<?> json(List<FoundPerson> people) {
        return people.stream().map(Entry::of).toList();
    }

    /**
     * Reads what any program has written.
     *
     * @throws UserException when the file cannot be read or is something else
     */
    public static List<FoundPerson> read(Path file) {
        try {
            List<Entry> entries = READER.readValue(file.toFile());
            return entries.stream().map(entry -> person(entry, file)).toList();
        } catch (JsonProcessingException e) {
            throw new UserException(file + " is no file of COCO results: "
                    + e.getOriginalMessage().lines().findFirst().orElse("not JSON"), e);
        } catch (IOException e) {
            throw new UserException("the results " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static FoundPerson person(Entry entry, Path file) {
        if (entry.imageId == null || entry.score == null || entry.keypoints == null) {
            throw new UserException(file + " has somebody without 'image_id', 'score' or 'keypoints'");
        }
        return new FoundPerson(
                entry.imageId, AnnotatedKeypoints.of(entry.keypoints).orElseThrow(() -> new UserException(
                        file + " has somebody with " + entry.keypoints.size()
                                + " numbers in 'keypoints', not 3 for each of COCO's 17 points")),
                entry.score);
    }
}
