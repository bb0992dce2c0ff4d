package org.posescope.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.posescope.body.math.Vec3;
import org.posescope.error.UserException;

/**
 * Where the joints of everybody in a clip truly are.
 *
 * @param joints names of the joints, in the order of each person's
 * @param frames in the order of the clip
 */
public record PoseTruth(List<String> joints, List<Frame> frames) {
    public PoseTruth {
        joints = List.copyOf(joints);
        frames = List.copyOf(frames);
    }

    /** One frame. */
    public record Frame(List<Human> people) {
        public Frame {
            people = List.copyOf(people);
        }
    }

    /**
     * One person of a frame.
     *
     * @param id        the same in all frames
     * @param joints    metres, camera frame
     * @param keypoints of the same joints in the picture: x and y in pixels, z is 1 where they can be seen, else 0
     */
    public record Human(int id, List<Vec3> joints, List<Vec3> keypoints) {
        public Human {
            joints = List.copyOf(joints);
            keypoints = List.copyOf(keypoints);
        }

        /** The part of the joints that can be seen, 0 to 1. */
        double visible() {
            return keypoints.stream().mapToDouble(Vec3::z).average().orElse(0);
        }
    }

    /**
     * Reads a file as {@code docs/demo-truth.schema.json} describes it.
     *
     * @throws UserException when it cannot be read or is something else
     */
    public static PoseTruth read(Path file) {
        try {
            JsonNode root = new ObjectMapper().readTree(file.toFile());
            List<String> joints = root.path("joints").valueStream().map(JsonNode::asText).toList();
            List<Frame> frames = new ArrayList<>();
            for (JsonNode frame : root.path("frames")) {
                frames.add(new Frame(
                        frame.path("people").valueStream().map(person -> human(person, joints.size(), file)).toList()));
            }
            if (joints.isEmpty() || frames.isEmpty()) {
                throw notTruth(file);
            }
            return new PoseTruth(joints, frames);
        } catch (IOException e) {
            throw new UserException("the truth " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Human human(JsonNode person, int size, Path file) {
        List<Vec3> joints = points(person.path("joints3d"));
        List<Vec3> keypoints = points(person.path("keypoints"));
        if (joints.size() != size || keypoints.size() != size) {
            throw notTruth(file);
        }
        return new Human(person.path("id").asInt(), joints, keypoints);
    }

    private static List<Vec3> points(JsonNode list) {
        return list.valueStream()
                .map(point -> new Vec3(point.path(0).asDouble(), point.path(1).asDouble(), point.path(2).asDouble()))
                .toList();
    }

    private static UserException notTruth(Path file) {
        return new UserException(file + " does not hold the joints of people as docs/demo-truth.schema.json has them");
    }
}
