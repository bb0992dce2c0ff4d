package org.posescope.app.measure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntFunction;

import org.posescope.body.math.Rotation;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.measure.angle.PoseAngles;
import org.posescope.pose.Person;

/**
 * The angles of everybody in a frame, packed.
 *
 * @param micros place of the frame
 * @param people by identity
 */
record FrameAngles(long micros, Map<Integer, Packed> people) {
    private static final List<PoseAngle> ANGLES = List.of(PoseAngle.values());

    /** Angles of one person. */
    static final class Packed {
        private final float score;
        private final float[] degrees;

        private Packed(float score, float[] degrees) {
            this.score = score;
            this.degrees = degrees;
        }
    }

    /** @param level turns from the axes of the camera to upright ones */
    static FrameAngles of(long micros, List<Person> people, Rotation level) {
        Map<Integer, Packed> packed = new TreeMap<>();
        for (Person person : people) {
            person.body().ifPresent(body -> {
                Map<PoseAngle, Double> all = PoseAngles.seen(body, level);
                float[] degrees = new float[ANGLES.size()];
                for (int i = 0; i < ANGLES.size(); i++) {
                    degrees[i] = all.get(ANGLES.get(i)).floatValue();
                }
                packed.put(person.id(), new Packed(person.score(), degrees));
            });
        }
        return new FrameAngles(micros, packed);
    }

    /**
     * The same angles of who the people are by now; of two who are one person, whoever is surer.
     *
     * @param identities empty for who is nobody
     */
    FrameAngles renamed(IntFunction<OptionalInt> identities) {
        Map<Integer, Packed> named = new TreeMap<>();
        people.forEach((id, packed) -> identities.apply(id).ifPresent(
                now -> named.merge(now, packed, (one, other) -> one.score >= other.score ? one : other)));
        return new FrameAngles(micros, named);
    }

    /** Degrees of somebody, if seen. */
    Optional<Map<PoseAngle, Double>> of(int id) {
        return Optional.ofNullable(people.get(id)).map(packed -> {
            Map<PoseAngle, Double> all = new EnumMap<>(PoseAngle.class);
            for (int i = 0; i < ANGLES.size(); i++) {
                all.put(ANGLES.get(i), (double) packed.degrees[i]);
            }
            return all;
        });
    }
}
