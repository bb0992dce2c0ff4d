package org.posescope.record.motion;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.body.floor.Ground;

/**
 * How bodies moved, at a constant rate. The world is upright: metres, x right, y up, z from the scene towards the camera. Where the
 * floor is known its origin is on the floor below the camera; else it is in the camera, which is taken to be level. Frame 0 is the first
 * frame of the run, for all people.
 *
 * @param fps    frames a second
 * @param frames how many
 * @param people in order of their ids; empty when nobody was seen
 * @param floor  that they stand on, as the camera sees it; empty where it is not known
 * @param names  that the user gave to some of them, by their ids
 */
public record Motion(double fps, int frames, List<PersonMotion> people, Optional<Ground> floor,
        Map<Integer, String> names) {
    public Motion {
        people = List.copyOf(people);
        names = Map.copyOf(names);
    }

    /** A motion of people without names. */
    public Motion(double fps, int frames, List<PersonMotion> people, Optional<Ground> floor) {
        this(fps, frames, people, floor, Map.of());
    }

    /** A motion of which no floor is known. */
    public Motion(double fps, int frames, List<PersonMotion> people) {
        this(fps, frames, people, Optional.empty());
    }

    /** The same of people who are called otherwise. */
    public Motion named(Map<Integer, String> newNames) {
        return new Motion(fps, frames, people, floor, newNames);
    }

    /** Where the origin of the world is, for people. */
    public String origin() {
        return floor.isPresent() ? "on the floor below the camera" : "in the camera";
    }

    /** When a frame is, seconds from the start. */
    public double seconds(int frame) {
        return frame / fps;
    }
}
