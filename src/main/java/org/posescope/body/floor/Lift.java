package org.posescope.body.floor;

import java.util.Optional;

import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Person;
import org.posescope.pose.Vector3;

/**
 * Puts somebody whose feet are off the floor onto it. Who seems too large stands too near: so the feet go along their line of sight, and stay
 * where the picture shows them, as long as that is not far.
 */
public final class Lift {
    /** The most that somebody goes along the line of sight, as a share of the distance; the rest is up or down. */
    private static final double FARTHEST = 0.12;
    private static final double LEAST_HEIGHT = 0.2;

    private Lift() {}

    /**
     * The way from where somebody is to where they stand on the floor.
     *
     * @param middle of the hips, metres, camera frame
     * @param above  how far the feet are above the floor, metres
     */
    public static Vec3 of(Ground ground, Vec3 middle, double above) {
        Vec3 below = middle.plus(-ground.above(middle), ground.up());
        Vec3 away = below.without(ground.up());
        double share = ground.height() > LEAST_HEIGHT
                ? Math.clamp(above / ground.height(), -FARTHEST, FARTHEST)
                : 0;
        return away.times(share).plus(-above, ground.up());
    }

    /** The same person elsewhere. */
    static Person moved(Person person, Vec3 way) {
        return new Person(person.id(), person.score(), person.box(), person.keypoints(), person.joints3d(),
                person.translation().map(from -> plus(from, way)), person.body().map(body -> new BodyParameters(
                        body.rotations(), body.betas(), plus(body.translation(), way), body.fingersAndFace())),
                person.details());
    }

    /** Where somebody's hips are; empty where nothing is known of them in space. */
    static Optional<Vec3> middle(Person person) {
        return person.translation().or(() -> person.body().map(BodyParameters::translation))
                .map(at -> new Vec3(at.x(), at.y(), at.z()));
    }

    private static Vector3 plus(Vector3 from, Vec3 way) {
        return new Vector3((float) (from.x() + way.x()), (float) (from.y() + way.y()), (float) (from.z() + way.z()));
    }
}
