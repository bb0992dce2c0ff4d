package org.posescope.record.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.PointNames;
import org.posescope.pose.Skeletons;
import org.posescope.record.FrameOutput;
import org.posescope.record.OutputFile;
import org.posescope.record.motion.CompleteFile;

/**
 * A file a frame as OpenPose writes them ({@code NAME_000000000012_keypoints.json}, BODY_25, pixels of the source): x, y and
 * score of each point, zeros for a point that the model does not give. Neck and mid hip are the middles of both shoulders and
 * both hips, with the lower score.
 */
final class OpenPoseExport implements FrameOutput {
    private static final double VERSION = 1.3;
    /** BODY_25 in its order: the points that each is the middle of. */
    private static final List<List<String>> BODY_25 = List.of(List.of("nose"), List.of("left_shoulder",
            "right_shoulder"), List.of("right_shoulder"), List.of("right_elbow"), List.of("right_wrist"),
            List.of("left_shoulder"), List.of("left_elbow"), List.of("left_wrist"), List.of("left_hip", "right_hip"),
            List.of("right_hip"), List.of("right_knee"), List.of("right_ankle"), List.of("left_hip"),
            List.of("left_knee"), List.of("left_ankle"), List.of("right_eye"), List.of("left_eye"),
            List.of("right_ear"), List.of("left_ear"), List.of("left_foot_index"), List.of("left_small_toe"),
            List.of("left_heel"), List.of("right_foot_index"), List.of("right_small_toe"), List.of("right_heel"));
    private static final int FIRST_OF_FACE = 23;
    private static final int FACE_POINTS = 68;
    /** What a face of COCO-WholeBody does not have. */
    private static final List<Keypoint> PUPILS = List.of(new Keypoint(0, 0, 0), new Keypoint(0, 0, 0));
    private static final int FIRST_OF_LEFT_HAND = 91;
    private static final int HAND_POINTS = 21;
    private static final List<String> EMPTY = List.of("pose_keypoints_3d", "face_keypoints_3d",
            "hand_left_keypoints_3d",
            "hand_right_keypoints_3d");

    private final Path folder;
    private final String name;
    private final ObjectMapper mapper = new ObjectMapper();
    private final List<Path> written = new ArrayList<>();

    /**
     * Makes the folder when it is not there.
     *
     * @param source what is read; the files get its name
     * @throws UserException when the folder cannot be made
     */
    OpenPoseExport(Path folder, String source) {
        this.folder = folder;
        String last = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
        String plain = last.replaceFirst("\\.[^.]*$", "").replaceAll("[^\\p{L}\\p{N}._-]", "_");
        this.name = plain.isEmpty() ? "frame" : plain;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw OutputFile.notWritten(folder, e);
        }
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        ObjectNode root = mapper.createObjectNode().put("version", VERSION);
        ArrayNode all = root.putArray("people");
        people.forEach(person -> add(person, all.addObject()));
        Path file = folder.resolve(String.format(Locale.ROOT, "%s_%012d_keypoints.json", name, frame.index()));
        CompleteFile.write(file, out -> out.write(mapper.writeValueAsBytes(root)));
        written.add(file);
    }

    private static void add(Person person, ObjectNode out) {
        Keypoints own = person.ownKeypoints();
        out.putArray("person_id").add(person.id());
        ArrayNode numbers = out.putArray("pose_keypoints_2d");
        for (List<String> parts : BODY_25) {
            Keypoint point = middle(own, parts).orElse(new Keypoint(0, 0, 0));
            numbers.add(point.x()).add(point.y()).add(point.score());
        }
        put("face_keypoints_2d", person.details().face().map(face -> OpenPoseFace.of(face.points()))
                .or(() -> part(own, FIRST_OF_FACE, FACE_POINTS)
                        .map(face -> Stream.concat(face.stream(), PUPILS.stream()).toList())),
                out);
        put("hand_left_keypoints_2d", person.details().leftHand().map(hand -> hand.points().points())
                .or(() -> part(own, FIRST_OF_LEFT_HAND, HAND_POINTS)), out);
        put("hand_right_keypoints_2d", person.details().rightHand().map(hand -> hand.points().points())
                .or(() -> part(own, FIRST_OF_LEFT_HAND + HAND_POINTS, HAND_POINTS)), out);
        EMPTY.forEach(out::putArray);
    }

    /** Face and hands of COCO-WholeBody are in the order of OpenPose's. */
    private static Optional<List<Keypoint>> part(Keypoints own, int first, int count) {
        return Optional.of(own).filter(each -> each.skeleton().equals(Skeletons.WHOLE_BODY133))
                .map(each -> each.points().subList(first, first + count));
    }

    /** OpenPose counts the points of a hand as MediaPipe does; what was not seen is an empty list. */
    private static void put(String name, Optional<List<Keypoint>> points, ObjectNode out) {
        ArrayNode numbers = out.putArray(name);
        points.ifPresent(all -> all.forEach(point -> numbers.add(point.x()).add(point.y()).add(point.score())));
    }

    /** The middle of some points; empty when one of them is not known or was not found. */
    private static Optional<Keypoint> middle(Keypoints keypoints, List<String> names) {
        float x = 0;
        float y = 0;
        float score = 1;
        for (String each : names) {
            int index = PointNames.find(keypoints.skeleton(), each);
            if (index < 0) {
                return Optional.empty();
            }
            Keypoint point = keypoints.points().get(index);
            x += point.x() / names.size();
            y += point.y() / names.size();
            score = Math.min(score, point.score());
        }
        return score > 0 && Float.isFinite(x + y + score)
                ? Optional.of(new Keypoint(x, y, score))
                : Optional.empty();
    }

    @Override
    public String format() {
        return "openpose";
    }

    /** There is nothing to finish: each file is complete. */
    @Override
    public void close() {}

    /** Removes the files; the folder stays. */
    @Override
    public void discard() {
        for (Path file : written) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw OutputFile.notWritten(file, e);
            }
        }
    }
}
