package org.posescope.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which model does each stage of the pipeline.
 *
 * @param id       for example {@code live}
 * @param title    for people
 * @param about    for people: what it gives, how fast and how good it is; may be empty
 * @param detector id of the model that finds people; empty where the pose network sees the whole frame and finds them itself
 * @param finder   id of a detector that helps to find small and many people, of which the detector then tells how they lie; the preset
 *                 goes without where it is not there
 * @param pose     id of the model that finds the points of one person, or those of all people without a detector
 * @param body     id of the model that regresses the body of one person; empty where the body is fitted to the points
 * @param details  ids of the models that find hands and faces, where the preset has them
 */
public record Preset(String id, String title, String about, Optional<String> detector, Optional<String> finder,
        String pose, Optional<String> body, Optional<DetailModels<String>> details) {
    /** Without hands and face. */
    public Preset(String id, String title, String about, Optional<String> detector, Optional<String> finder,
            String pose, Optional<String> body) {
        this(id, title, about, detector, finder, pose, body, Optional.empty());
    }

    /** Ids of all its models. */
    public List<String> models() {
        Stream<String> people = Stream.of(detector, finder, Optional.of(pose), body).flatMap(Optional::stream);
        return Stream.concat(people, details.stream().flatMap(each -> each.all().stream())).toList();
    }
}
