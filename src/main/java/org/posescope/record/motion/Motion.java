package org.posescope.record.motion;

import java.util.List;

/**
 * How bodies moved, at a constant rate. The world is the camera's, turned upright: metres, x right, y up, z from the scene
 * towards the camera, origin in the camera. Frame 0 is the first frame of the run, for all people.
 *
 * @param fps    frames a second
 * @param frames how many
 * @param people in order of their ids; empty when nobody was seen
 */
public record Motion(double fps, int frames, List<PersonMotion> people) {
    public Motion {
        people = List.copyOf(people);
    }

    /** When a frame is, seconds from the start. */
    public double seconds(int frame) {
        return frame / fps;
    }
}
