package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.posescope.measure.angle.PictureAngle;
import org.posescope.measure.angle.PictureAngles;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;

import com.fasterxml.jackson.databind.JsonNode;

/** What is measured in a clip, computed once more in another way. */
final class MeasuredClip {
    private static final double PRECISION = 0.01;
    private static final double TURN = 360;
    private static final double SEEN = 0.3;
    /** frame, time_s, id. */
    private static final int FIRST_ANGLE = 3;
    /** By the points of Sports2D: ankle, knee and hip; offset and sign as it has them. */
    private static final Map<PictureAngle, List<String>> JOINTS = Map.of(
            PictureAngle.RIGHT_KNEE, List.of("right_ankle", "right_knee", "right_hip", "-180", "1"),
            PictureAngle.LEFT_KNEE, List.of("left_ankle", "left_knee", "left_hip", "-180", "1"),
            PictureAngle.RIGHT_ELBOW, List.of("right_wrist", "right_elbow", "right_shoulder", "180", "-1"),
            PictureAngle.LEFT_ELBOW, List.of("left_wrist", "left_elbow", "left_shoulder", "180", "-1"),
            PictureAngle.RIGHT_WRIST, List.of("right_elbow", "right_wrist", "right_index", "-180", "1"),
            PictureAngle.LEFT_WRIST, List.of("left_elbow", "left_wrist", "left_index", "-180", "1"));

    private MeasuredClip() {}

    /**
     * Computes angles of joints in the picture by the bearings of their segments.
     *
     * @return how many of them there were
     */
    static int requirePictureAngles(JsonNode person) {
        List<Keypoint> points = new ArrayList<>();
        for (JsonNode point : person.get("keypoints").get("blazepose33")) {
            points.add(new Keypoint((float) point.get(0).asDouble(), (float) point.get(1).asDouble(),
                    (float) point.get(2).asDouble()));
        }
        Map<PictureAngle, Double> found = PictureAngles.of(new Keypoints(Skeletons.BLAZEPOSE33, points), SEEN);
        int compared = 0;
        for (Map.Entry<PictureAngle, List<String>> joint : JOINTS.entrySet()) {
            Double degrees = found.get(joint.getKey());
            if (degrees != null) {
                List<String> how = joint.getValue();
                String side = how.getFirst().substring(0, how.getFirst().indexOf('_') + 1);
                double direction = goesLeft(points, side) ? -1 : 1;
                double between = bearing(points, how.get(1), how.getFirst(), direction)
                        - bearing(points, how.get(1), how.get(2), direction);
                double expected = (between + Double.parseDouble(how.get(3))) * Double.parseDouble(how.get(4));
                assertThat(Math.IEEEremainder(degrees - expected, TURN)).as(joint.getKey().id()).isCloseTo(0,
                        within(PRECISION));
                compared++;
            }
        }
        return compared;
    }

    private static boolean goesLeft(List<Keypoint> points, String side) {
        Keypoint toes = points.get(Skeletons.BLAZEPOSE33.index(side + "foot_index"));
        Keypoint heel = points.get(Skeletons.BLAZEPOSE33.index(side + "heel"));
        return Math.min(toes.score(), heel.score()) >= SEEN && toes.x() < heel.x();
    }

    /** Of the way from one point to another, degrees, y down. */
    private static double bearing(List<Keypoint> points, String from, String to, double direction) {
        Keypoint a = points.get(Skeletons.BLAZEPOSE33.index(from));
        Keypoint b = points.get(Skeletons.BLAZEPOSE33.index(to));
        return Math.toDegrees(Math.atan2(b.y() - a.y(), direction * (b.x() - a.x())));
    }

    /** No angle of a table jumps by more than half a turn from one frame to the next. */
    static void requireNoJumps(Path table) throws IOException {
        List<String> lines = Files.readAllLines(table);
        List<String> header = List.of(lines.getFirst().split(","));
        String[] before = lines.get(1).split(",", -1);
        for (String line : lines.subList(2, lines.size())) {
            String[] now = line.split(",", -1);
            for (int i = FIRST_ANGLE; i < header.size(); i++) {
                if (!now[i].isEmpty() && !before[i].isEmpty()) {
                    assertThat(Math.abs(Double.parseDouble(now[i]) - Double.parseDouble(before[i])))
                            .as(header.get(i) + " of " + line).isLessThanOrEqualTo(TURN / 2);
                }
            }
            before = now;
        }
    }
}
