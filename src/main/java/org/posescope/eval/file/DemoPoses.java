package org.posescope.eval.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.body.math.Vec3;
import org.posescope.error.UserException;
import org.posescope.eval.FrameId;
import org.posescope.eval.PoseFrame;
import org.posescope.eval.PoseSet;
import org.posescope.eval.PosedHuman;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.pose.Vector3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Joints, points and bodies as {@code docs/demo-truth.schema.json} has them: camera frame, metres and pixels. */
final class DemoPoses {
    private final Path file;
    private final JsonNode root;
    private final List<String> names;
    private final Map<Integer, List<Float>> shapes = new HashMap<>();

    private DemoPoses(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
        this.names = root.path("joints").valueStream().map(JsonNode::asText).toList();
        for (JsonNode person : root.path("people")) {
            shapes.put(person.path("id").asInt(),
                    person.path("betas").valueStream().map(JsonNode::floatValue).toList());
        }
    }

    /** @throws UserException when the file cannot be read or is something else */
    static PoseSet read(Path file) {
        try {
            return new DemoPoses(file, new ObjectMapper().readTree(file.toFile())).poses();
        } catch (IOException e) {
            throw new UserException(file + " cannot be read: " + firstLine(e), e);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private PoseSet poses() {
        List<PoseFrame> frames = new ArrayList<>();
        for (JsonNode frame : root.path("frames")) {
            frames.add(new PoseFrame(new FrameId("", frame.path("index").asLong(frames.size())),
                    frame.path("people").valueStream().map(this::human).toList()));
        }
        if (names.isEmpty() || frames.isEmpty()) {
            throw unknown();
        }
        return new PoseSet(frames, true);
    }

    private PosedHuman human(JsonNode person) {
        Map<String, Vec3> joints = new LinkedHashMap<>();
        Map<String, Keypoint> keypoints = new LinkedHashMap<>();
        List<Vec3> places = vectors(person.path("joints3d"));
        List<Vec3> points = vectors(person.path("keypoints"));
        if (places.size() != names.size() || points.size() != names.size()) {
            throw unknown();
        }
        for (int i = 0; i < names.size(); i++) {
            joints.put(names.get(i), places.get(i));
            keypoints.put(names.get(i),
                    new Keypoint((float) points.get(i).x(), (float) points.get(i).y(), (float) points.get(i).z()));
        }
        int id = person.path("id").asInt();
        return new PosedHuman(id, joints, keypoints, body(person, shapes.get(id)));
    }

    private static Optional<BodyParameters> body(JsonNode person, List<Float> shape) {
        List<Vec3> pose = vectors(person.path("pose"));
        if (pose.size() != BodyParameters.JOINTS || shape == null || shape.size() != BodyParameters.BETAS) {
            return Optional.empty();
        }
        List<Quaternion> rotations = pose.stream()
                .map(axis -> Rotations.quaternionOfAxisAngle(axis.x(), axis.y(), axis.z())).toList();
        Vec3 at = vector(person.path("translation"));
        return Optional.of(new BodyParameters(rotations, shape,
                new Vector3((float) at.x(), (float) at.y(), (float) at.z())));
    }

    private static List<Vec3> vectors(JsonNode list) {
        return list.valueStream().map(DemoPoses::vector).toList();
    }

    private static Vec3 vector(JsonNode numbers) {
        return new Vec3(numbers.path(0).asDouble(), numbers.path(1).asDouble(), numbers.path(2).asDouble());
    }

    private UserException unknown() {
        return new UserException(
                file + " does not hold the joints of people as docs/demo-truth.schema.json has them");
    }
}
