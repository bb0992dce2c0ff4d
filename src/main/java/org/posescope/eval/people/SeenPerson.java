package org.posescope.eval.people;

import java.util.List;

import org.posescope.pose.Person;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Somebody found in a picture.
 *
 * @param score 0..1, as it is shown
 * @param box   x and y of the upper left corner, width, height, pixels of the picture
 */
public record SeenPerson(@JsonProperty("score") float score, @JsonProperty("box") List<Float> box) {
    public SeenPerson {
        box = List.copyOf(box);
    }

    public static SeenPerson of(Person person) {
        return new SeenPerson(person.score(),
                List.of(person.box().x(), person.box().y(), person.box().width(), person.box().height()));
    }
}
