package org.posescope.draw.scene;

import java.util.Optional;

import org.posescope.pose.Joints3d;
import org.posescope.pose.Person;
import org.posescope.pose.Vector3;

/**
 * The joints of a person in a scene.
 *
 * @param id          track identity, which gives the colour
 * @param joints      metres, relative to {@code translation}
 * @param translation of the joints' origin, metres, world coordinates
 */
public record Skeleton3d(int id, Joints3d joints, Vector3 translation) {
    /** That of a person, if their joints and their place are known. */
    public static Optional<Skeleton3d> of(Person person) {
        return person.joints3d().flatMap(
                joints -> person.translation().map(place -> new Skeleton3d(person.id(), joints, place)));
    }
}
