package org.posescope.pose;

import java.util.List;
import java.util.Optional;

/**
 * One person in one frame. What a preset does not give is empty, never made up.
 *
 * @param id          track identity, from 1; 0 when not tracked
 * @param score       0..1, how sure the model is that a person is there
 * @param box         around the body, pixels of the source frame
 * @param keypoints   2D points, one entry a skeleton; the first is the model's own
 * @param joints3d    metres, camera axes, origin in the middle of the hips
 * @param translation from the camera to that origin, metres, camera frame
 * @param body        posed body model
 * @param details     hands and face
 */
public record Person(int id, float score, Box box, List<Keypoints> keypoints, Optional<Joints3d> joints3d,
        Optional<Vector3> translation, Optional<BodyParameters> body, Details details) {
    public Person {
        keypoints = List.copyOf(keypoints);
        if (keypoints.isEmpty()) {
            throw new IllegalArgumentException("a person without keypoints");
        }
    }

    /** Somebody whose hands and face nobody looked at. */
    public Person(int id, float score, Box box, List<Keypoints> keypoints, Optional<Joints3d> joints3d,
            Optional<Vector3> translation, Optional<BodyParameters> body) {
        this(id, score, box, keypoints, joints3d, translation, body, Details.NONE);
    }

    /** The 2D points in the model's own skeleton. */
    public Keypoints ownKeypoints() {
        return keypoints.getFirst();
    }

    /** The 2D points of a skeleton: as they are, or those of the same names among the model's own; empty where some are not among them. */
    public Optional<Keypoints> keypoints(Skeleton skeleton) {
        return keypoints.stream().filter(each -> each.skeleton().equals(skeleton)).findFirst()
                .or(() -> Optional.of(ownKeypoints()).filter(own -> PointNames.hasAll(own.skeleton(), skeleton))
                        .map(own -> new NamedPoints(own.skeleton(), skeleton).of(own)));
    }

    public Person withId(int newId) {
        return new Person(newId, score, box, keypoints, joints3d, translation, body, details);
    }

    public Person withScore(float newScore) {
        return new Person(id, newScore, box, keypoints, joints3d, translation, body, details);
    }

    public Person withBody(BodyParameters newBody) {
        return new Person(id, score, box, keypoints, joints3d, translation, Optional.of(newBody), details);
    }

    /** Somebody of another size who looks the same to the camera: nearer or farther away. Without a body. */
    public Person scaled(float factor) {
        return new Person(id, score, box, keypoints, joints3d.map(joints -> joints.scaled(factor)),
                translation.map(at -> new Vector3(factor * at.x(), factor * at.y(), factor * at.z())), Optional.empty(),
                details);
    }

    public Person withDetails(Details newDetails) {
        return new Person(id, score, box, keypoints, joints3d, translation, body, newDetails);
    }
}
