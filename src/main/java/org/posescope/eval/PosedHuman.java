package org.posescope.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;

/**
 * One person of a frame, as they truly are or as somebody found them.
 *
 * @param id        the same in all frames of a motion
 * @param joints    metres, by name, in the order of measurement; a joint that is not known is absent
 * @param keypoints points in the picture, pixels, by name; their score is 1 where the picture shows the point, else 0; empty where
 *                  nothing is known of a picture
 * @param body      parameters of a body model, if known
 */
public record PosedHuman(int id, Map<String, Vec3> joints, Map<String, Keypoint> keypoints,
        Optional<BodyParameters> body) {
    static final String LEFT_HIP = "left_hip";
    static final String RIGHT_HIP = "right_hip";

    public PosedHuman {
        joints = Collections.unmodifiableMap(new LinkedHashMap<>(joints));
        keypoints = Collections.unmodifiableMap(new LinkedHashMap<>(keypoints));
    }

    /** Somebody whom the pipeline found. */
    public static PosedHuman of(Person person, JointSource source) {
        Keypoints own = person.ownKeypoints();
        List<String> names = own.skeleton().names();
        Map<String, Keypoint> keypoints = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            keypoints.put(names.get(i), own.points().get(i));
        }
        return new PosedHuman(person.id(), source.joints(person).orElse(Map.of()), keypoints, person.body());
    }

    /** The middle of the hips in space; empty when one of them is not known. */
    Optional<Vec3> hips() {
        Vec3 left = joints.get(LEFT_HIP);
        Vec3 right = joints.get(RIGHT_HIP);
        return left == null || right == null ? Optional.empty() : Optional.of(left.lerp(right, 0.5));
    }

    /** The middle of the hips in the picture, pixels. */
    Optional<Vec3> hipsSeen() {
        Keypoint left = keypoints.get(LEFT_HIP);
        Keypoint right = keypoints.get(RIGHT_HIP);
        return left == null || right == null
                ? Optional.empty()
                : Optional.of(new Vec3((left.x() + right.x()) / 2.0, (left.y() + right.y()) / 2.0, 0));
    }

    /** From the highest to the lowest point in the picture, pixels. */
    double heightSeen() {
        return keypoints.values().stream().mapToDouble(Keypoint::y).max().orElse(0)
                - keypoints.values().stream().mapToDouble(Keypoint::y).min().orElse(0);
    }

    /** The part of the points that the picture shows, 0..1; 1 where nothing is known of a picture. */
    double visible() {
        return keypoints.values().stream().mapToDouble(Keypoint::score).average().orElse(1);
    }
}
