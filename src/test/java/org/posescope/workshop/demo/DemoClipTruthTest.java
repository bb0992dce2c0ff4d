package org.posescope.workshop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.posescope.body.math.Vec3;
import org.posescope.pose.Bone;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;
import org.posescope.workshop.demo.motion.Side;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

/** The motion of the clip, and its committed truth, frame by frame. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoClipTruthTest {
    static final Path BODY = Path.of("models", "body", "posescope-body.npz");

    private static final Path TRUTH = Path.of("assets", "demo-truth.json");
    private static final int LEFT_HIP = Skeletons.SMPL24.index("left_hip");
    private static final int LEFT_KNEE = Skeletons.SMPL24.index("left_knee");
    private static final int LEFT_ANKLE = Skeletons.SMPL24.index("left_ankle");
    private static final int LEFT_BALL = Skeletons.SMPL24.index("left_foot");
    private static final int MAN = 0;
    private static final int WOMAN = 1;

    private final List<FrameTruth> frames = new ArrayList<>();
    /** The lowest skin of each person in each frame, metres above the floor. */
    private final List<double[]> lowest = new ArrayList<>();
    private final List<Double> gaps = new ArrayList<>();
    private List<Actor> actors;

    @BeforeAll
    void shoot() {
        try (Shooting shooting = new Shooting(BODY, 1280, 720)) {
            actors = shooting.actors();
            for (int frame = 0; frame < Scenario.FRAMES; frame++) {
                frames.add(shooting.pose(frame));
                List<float[]> bodies = shooting.vertices();
                lowest.add(bodies.stream().mapToDouble(body -> lowest(body, shooting)).toArray());
                gaps.add(gap(bodies.get(MAN), bodies.get(WOMAN)));
            }
        }
    }

    private static double lowest(float[] body, Shooting shooting) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < body.length; k += 3) {
            lowest = Math.min(lowest, shooting.camera().toWorld(new Vec3(body[k], body[k + 1], body[k + 2])).y());
        }
        return lowest;
    }

    /** How near two people come, to a centimetre or two: only every tenth vertex counts. */
    private static double gap(float[] one, float[] other) {
        int step = 30;
        double least = Double.POSITIVE_INFINITY;
        for (int a = 0; a < one.length - 2; a += step) {
            for (int b = 0; b < other.length - 2; b += step) {
                double dx = one[a] - other[b];
                double dy = one[a + 1] - other[b + 1];
                double dz = one[a + 2] - other[b + 2];
                least = Math.min(least, dx * dx + dy * dy + dz * dz);
            }
        }
        return Math.sqrt(least);
    }

    private Vector3 joint(int frame, int person, int joint) {
        return frames.get(frame).people().get(person).joints().get(joint);
    }

    private static double distance(Vector3 a, Vector3 b) {
        return Math.hypot(Math.hypot(a.x() - (double) b.x(), a.y() - (double) b.y()), a.z() - (double) b.z());
    }

    @Test
    void the_clip_is_12_to_16_seconds_long() {
        assertThat(Scenario.FRAMES / Scenario.FPS).isBetween(12.0, 16.0);
    }

    @Test
    void bones_keep_their_lengths() {
        for (int person : new int[] {MAN, WOMAN}) {
            for (Bone bone : Skeletons.SMPL24.bones()) {
                double length = distance(joint(0, person, bone.from()), joint(0, person, bone.to()));
                for (int frame = 1; frame < frames.size(); frame++) {
                    assertThat(distance(joint(frame, person, bone.from()), joint(frame, person, bone.to())))
                            .isCloseTo(length, within(1e-5));
                }
            }
        }
    }

    /** Once the heel has rolled down, the ball of a foot stays where it is until the toes leave the floor. */
    @Test
    void feet_on_the_floor_do_not_slide() {
        int checked = 0;
        for (int person : new int[] {MAN, WOMAN}) {
            for (Side side : Side.values()) {
                int ball = side.joint(LEFT_BALL);
                for (int frame = 4; frame < frames.size(); frame++) {
                    if (isPlanted(person, side, frame - 4, frame)) {
                        double speed = Scenario.FPS
                                * distance(joint(frame, person, ball), joint(frame - 1, person, ball));
                        assertThat(speed).as("%s foot of person %d, frame %d", side, person, frame).isLessThan(0.02);
                        checked++;
                    }
                }
            }
        }
        assertThat(checked).isGreaterThan(2 * Scenario.FRAMES);
    }

    private boolean isPlanted(int person, Side side, int from, int to) {
        for (int frame = from; frame <= to; frame++) {
            if (!actors.get(person).performer().isPlanted(side, frame / Scenario.FPS)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void somebody_always_stands_on_the_floor_and_never_in_it() {
        for (double[] heights : lowest) {
            for (double height : heights) {
                assertThat(height).isBetween(-0.005, 0.035);
            }
        }
    }

    @Test
    void people_do_not_touch() {
        assertThat(gaps).allMatch(gap -> gap > 0.08);
    }

    @Test
    void they_cross_once() {
        int changes = 0;
        for (int frame = 1; frame < frames.size(); frame++) {
            double before = joint(frame - 1, MAN, 0).x() - (double) joint(frame - 1, WOMAN, 0).x();
            double after = joint(frame, MAN, 0).x() - (double) joint(frame, WOMAN, 0).x();
            changes += before * after < 0 ? 1 : 0;
        }
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void no_joint_jumps() {
        for (int person : new int[] {MAN, WOMAN}) {
            for (int joint = 0; joint < Skeletons.SMPL24.size(); joint++) {
                for (int frame = 2; frame < frames.size(); frame++) {
                    Vector3 a = joint(frame - 2, person, joint);
                    Vector3 b = joint(frame - 1, person, joint);
                    Vector3 c = joint(frame, person, joint);
                    Vector3 straightOn = new Vector3(2 * b.x() - a.x(), 2 * b.y() - a.y(), 2 * b.z() - a.z());
                    assertThat(distance(c, straightOn) * Scenario.FPS * Scenario.FPS)
                            .as("acceleration of %s in frame %d", Skeletons.SMPL24.names().get(joint), frame)
                            .isLessThan(50);
                }
            }
        }
    }

    /** Winter 1991: the knee of a walker bends by 55 to 65 degrees in swing, and is never bent backwards. */
    @Test
    void knees_bend_as_a_walkers_do() {
        double most = 0;
        for (int frame = 140; frame < 210; frame++) {
            for (Side side : Side.values()) {
                int hip = side.joint(LEFT_HIP);
                int knee = side.joint(LEFT_KNEE);
                int ankle = side.joint(LEFT_ANKLE);
                Vector3 k = joint(frame, MAN, knee);
                double a = distance(joint(frame, MAN, hip), k);
                double b = distance(k, joint(frame, MAN, ankle));
                double c = distance(joint(frame, MAN, hip), joint(frame, MAN, ankle));
                most = Math.max(most, 180 - Math.toDegrees(Math.acos((a * a + b * b - c * c) / (2 * a * b))));
            }
        }
        assertThat(most).isBetween(50.0, 72.0);
    }

    @Test
    void the_committed_truth_is_what_the_generator_computes() throws IOException {
        JsonNode committed = new ObjectMapper().readTree(TRUTH.toFile()).get("frames");
        assertThat(committed.size()).isEqualTo(frames.size());
        for (int frame = 0; frame < frames.size(); frame++) {
            JsonNode people = committed.get(frame).get("people");
            for (int person : new int[] {MAN, WOMAN}) {
                PersonTruth expected = frames.get(frame).people().get(person);
                assertThat(people.get(person).get("id").intValue()).isEqualTo(expected.id());
                for (int joint = 0; joint < expected.joints().size(); joint++) {
                    Vector3 at = expected.joints().get(joint);
                    JsonNode xyz = people.get(person).get("joints3d").get(joint);
                    assertThat(xyz.get(0).doubleValue()).isCloseTo(at.x(), within(2e-4));
                    assertThat(xyz.get(1).doubleValue()).isCloseTo(at.y(), within(2e-4));
                    assertThat(xyz.get(2).doubleValue()).isCloseTo(at.z(), within(2e-4));
                    PersonTruth.Point point = expected.keypoints().get(joint);
                    JsonNode xy = people.get(person).get("keypoints").get(joint);
                    assertThat(xy.get(0).doubleValue()).isCloseTo(point.x(), within(0.2));
                    assertThat(xy.get(1).doubleValue()).isCloseTo(point.y(), within(0.2));
                }
            }
        }
    }

    @Test
    void the_committed_truth_is_as_its_schema_says_and_small() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs", "demo-truth.schema.json")));
        JsonNode truth = new ObjectMapper().readTree(TRUTH.toFile());
        assertThat(schema.validate(truth)).isEmpty();
        assertThat(schema.validate(new ObjectMapper().readTree("{\"version\":1}"))).isNotEmpty();
        assertThat(Files.size(TRUTH)).isLessThan(2_000_000);
    }
}
