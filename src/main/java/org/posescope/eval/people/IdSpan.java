package org.posescope.eval.people;

import org.posescope.pose.Person;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * When an identity was seen in a clip.
 *
 * @param first  index of the frame in which it first was
 * @param last   likewise
 * @param frames in which it was
 * @param score  0..1, mean over those
 */
public record IdSpan(@JsonProperty("id") int id, @JsonProperty("first") long first, @JsonProperty("last") long last,
        @JsonProperty("frames") int frames, @JsonProperty("score") double score) {

    static IdSpan starting(Person person, long frame) {
        return new IdSpan(person.id(), frame, frame, 1, person.score());
    }

    IdSpan and(IdSpan later) {
        int both = frames + later.frames;
        return new IdSpan(id, first, later.last, both, (score * frames + later.score * later.frames) / both);
    }
}
