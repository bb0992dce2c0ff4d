package org.posescope.eval.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;

class CocoPeopleTest {
    /** OpenPose's order, a neck among them. */
    private static final Skeleton OPENPOSE18 = new Skeleton("openpose18", List.of("nose", "neck", "right_shoulder",
            "right_elbow", "right_wrist", "left_shoulder", "left_elbow", "left_wrist", "right_hip", "right_knee",
            "right_ankle", "left_hip", "left_knee", "left_ankle", "right_eye", "left_eye", "right_ear", "left_ear"),
            List.of());

    static Stream<Skeleton> skeletons() {
        return Stream.of(Skeletons.COCO17, Skeletons.BLAZEPOSE33, OPENPOSE18);
    }

    /** Points that lie where the place of their name in the skeleton says. */
    private static Keypoints points(Skeleton skeleton) {
        return new Keypoints(skeleton,
                IntStream.range(0, skeleton.size()).mapToObj(i -> new Keypoint(i, 2 * i, 0.5f)).toList());
    }

    private static Person person(Keypoints... keypoints) {
        return new Person(3, 0.7f, new Box(0, 0, 9, 9), List.of(keypoints), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("skeletons")
    void points_of_any_skeleton_go_where_their_names_are(Skeleton skeleton) {
        FoundPerson found = CocoPeople.of(9, person(points(skeleton)));

        assertThat(found.picture()).isEqualTo(9);
        assertThat(found.score()).isEqualTo(0.7f);
        for (int i = 0; i < Skeletons.COCO17.size(); i++) {
            int place = skeleton.index(Skeletons.COCO17.names().get(i));
            assertThat(found.points().get(i)).isEqualTo(new CocoPoint(place, 2 * place, 0.5));
        }
    }

    @Test
    void points_that_are_given_in_coco_order_too_are_taken_from_there() {
        FoundPerson found = CocoPeople.of(9, person(points(Skeletons.BLAZEPOSE33), points(Skeletons.COCO17)));

        assertThat(found.points().get(16)).isEqualTo(new CocoPoint(16, 32, 0.5));
    }

    @Test
    void points_that_a_skeleton_does_not_have_are_nowhere() {
        FoundPerson found = CocoPeople.of(9, person(points(Skeletons.SMPL24)));

        assertThat(found.points().subList(0, 5)).containsOnly(CocoPoint.NONE);
        assertThat(found.points().get(5).x()).isEqualTo(Skeletons.SMPL24.index("left_shoulder"));
    }
}
