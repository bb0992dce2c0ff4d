package org.posescope.eval.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.posescope.body.math.Vec3;
import org.posescope.error.UserException;
import org.posescope.eval.FrameId;
import org.posescope.eval.PoseFrame;
import org.posescope.eval.PoseSet;
import org.posescope.eval.PosedHuman;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Joints as the CMU Panoptic Studio publishes them ({@code hdPose3d_stage1_coco19}): a file {@code body3DScene_00000168.json} for
 * each frame, in it {@code bodies}, each with an {@code id} and {@code joints19}, x, y, z in centimetres of the studio's frame and a
 * confidence, which is negative for a joint that is not known.
 */
final class PanopticPoses {
    private static final Pattern FRAME = Pattern.compile("body3DScene_(\\d+)\\.json");
    private static final double METRES = 0.01;
    private static final int NUMBERS = 4;

    private PanopticPoses() {}

    /** Whether a file is named like that of a frame. */
    static boolean isFrame(Path file) {
        return number(file).isPresent();
    }

    private static Optional<Long> number(Path file) {
        Matcher name = FRAME.matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(Long.parseLong(name.group(1))) : Optional.empty();
    }

    /**
     * Reads the frames of a folder, or one.
     *
     * @throws UserException when there are none, or one cannot be read or has other joints
     */
    static PoseSet read(Path source) {
        try (Stream<Path> files = Files.isDirectory(source) ? Files.list(source) : Stream.of(source)) {
            List<PoseFrame> frames = files.filter(PanopticPoses::isFrame).sorted().map(PanopticPoses::frame).toList();
            if (frames.isEmpty()) {
                throw new UserException("the folder " + source + " holds no body3DScene_*.json");
            }
            return new PoseSet(frames, true);
        } catch (IOException e) {
            throw new UserException("the folder " + source + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static PoseFrame frame(Path file) {
        try {
            JsonNode root = new ObjectMapper().readTree(file.toFile());
            List<PosedHuman> people = root.path("bodies").valueStream().map(body -> human(body, file)).toList();
            return new PoseFrame(new FrameId("", number(file).orElseThrow()), people);
        } catch (IOException e) {
            throw new UserException(
                    file + " cannot be read: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
    }

    private static PosedHuman human(JsonNode body, Path file) {
        double[] numbers = body.path("joints19").valueStream().mapToDouble(JsonNode::asDouble).toArray();
        List<String> names = JointNames.PANOPTIC_19;
        if (numbers.length != NUMBERS * names.size()) {
            throw new UserException(file + " has somebody without the 19 joints of 'joints19'");
        }
        Map<String, Vec3> joints = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            int at = NUMBERS * i;
            if (numbers[at + 3] >= 0) {
                joints.put(names.get(i), new Vec3(numbers[at], numbers[at + 1], numbers[at + 2]).times(METRES));
            }
        }
        return new PosedHuman(body.path("id").asInt(), joints, Map.of(), Optional.empty());
    }
}
