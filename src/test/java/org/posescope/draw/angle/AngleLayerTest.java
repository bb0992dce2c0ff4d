package org.posescope.draw.angle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.draw.HudFigures;
import org.posescope.draw.OverlayScene;
import org.posescope.draw.PictureFit;
import org.posescope.draw.Sizes;
import org.posescope.draw.WrittenBrush;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

class AngleLayerTest {
    /** Somebody seen from the left: upright, forearm and foot forward, thigh raised, shank hanging; x to the right is forward. */
    private static final Map<String, double[]> POINTS = Map.ofEntries(
            Map.entry("left_shoulder", new double[] {200, 100}),
            Map.entry("right_shoulder", new double[] {200, 100}), Map.entry("left_elbow", new double[] {200, 160}),
            Map.entry("left_wrist", new double[] {260, 160}), Map.entry("left_hip", new double[] {200, 200}),
            Map.entry("right_hip", new double[] {200, 200}), Map.entry("left_knee", new double[] {270, 200}),
            Map.entry("left_ankle", new double[] {270, 280}), Map.entry("left_heel", new double[] {260, 290}),
            Map.entry("left_foot_index", new double[] {300, 290}));

    private static Person person() {
        List<Keypoint> points = new ArrayList<>(Collections.nCopies(33, new Keypoint(0, 0, 0)));
        POINTS.forEach((name, at) -> points.set(Skeletons.BLAZEPOSE33.index(name),
                new Keypoint((float) at[0], (float) at[1], 0.9f)));
        return new Person(1, 0.9f, new Box(150, 50, 200, 260), List.of(new Keypoints(Skeletons.BLAZEPOSE33, points)),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"LEFT_ELBOW_FLEXION, 200, 160, 90, -90", "LEFT_KNEE_FLEXION, 270, 200, 0, 90",
        "LEFT_HIP_FLEXION, 200, 200, 90, -90", "LEFT_SHOULDER_FLEXION, 200, 100, 90, 0",
        "LEFT_ANKLE_DORSIFLEXION, 270, 280, 0, 0", "TRUNK_LEAN_FORWARD, 200, 200, -90, 0"})
    void an_arc_goes_from_zero_to_the_segment(PoseAngle angle, double x, double y, double from, double sweep) {
        AngleArc arc = AngleArc.of(person().ownKeypoints(), angle).orElseThrow();

        assertThat(new double[] {arc.x(), arc.y(), Math.toDegrees(arc.from()), Math.toDegrees(arc.sweep())})
                .containsExactly(new double[] {x, y, from, sweep}, within(1e-9));
    }

    @Test
    void nothing_is_drawn_at_a_joint_that_is_not_seen_and_no_arc_without_its_segments() {
        assertThat(AngleArc.of(person().ownKeypoints(), PoseAngle.RIGHT_KNEE_FLEXION)).isEmpty();
        assertThat(AngleArc.of(person().ownKeypoints(), PoseAngle.LEFT_WRIST_FLEXION))
                .hasValueSatisfying(arc -> assertThat(arc.reach()).isZero());
    }

    private static List<String> drawn(List<AngleReading> readings) {
        WrittenBrush brush = new WrittenBrush();
        new AngleLayer(person -> readings).draw(brush, new OverlayScene(List.of(person()), HudFigures.NONE, 0,
                new PictureFit(1, 0, 0), Sizes.WINDOW));
        return brush.figures();
    }

    @Test
    void degrees_stand_beside_the_arc_of_the_persons_colour() {
        List<String> figures = drawn(List.of(new AngleReading(PoseAngle.LEFT_KNEE_FLEXION, 87.6)));

        assertThat(figures).filteredOn(each -> each.startsWith("\"")).singleElement().asString()
                .startsWith("\"88°\"");
        // From straight on to straight down, on a circle around the knee.
        assertThat(figures).anyMatch(each -> each.startsWith("line 302.0,200.0 "))
                .anyMatch(each -> each.endsWith(" 270.0,232.0 3.000 thick ff4cb4f5"));
    }

    @Test
    void several_angles_of_a_joint_are_named_and_turns_about_a_limb_have_no_arc() {
        List<String> both = drawn(List.of(new AngleReading(PoseAngle.LEFT_HIP_FLEXION, 90),
                new AngleReading(PoseAngle.LEFT_HIP_ROTATION, -0.2)));
        List<String> turn = drawn(List.of(new AngleReading(PoseAngle.LEFT_FOREARM_PRONATION, 30)));

        assertThat(both).filteredOn(each -> each.startsWith("\"")).extracting(each -> each.split("\"")[1])
                .containsExactly("flexion 90°", "rotation -0°");
        assertThat(turn).noneMatch(each -> each.startsWith("line")).anyMatch(each -> each.startsWith("\"30°\""));
    }
}
