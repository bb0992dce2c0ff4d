package org.posescope.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {
    @ParameterizedTest
    @CsvSource({"coco17, 17, 16", "blazepose33, 33, 35", "smpl24, 24, 23", "halpe26, 26, 27",
        "coco-wholebody133, 133, 62"})
    void every_skeleton_has_its_points_and_bones(String id, int points, int bones) {
        Skeleton skeleton = Skeletons.byId(id);

        assertThat(skeleton.names()).hasSize(points).doesNotHaveDuplicates();
        assertThat(skeleton.bones()).hasSize(bones).doesNotHaveDuplicates()
                .allMatch(bone -> bone.from() < points && bone.to() < points && bone.from() != bone.to());
    }

    @ParameterizedTest
    @CsvSource({"coco17", "blazepose33", "smpl24", "halpe26", "coco-wholebody133"})
    void the_mirror_of_the_mirror_is_the_point_itself(String id) {
        Skeleton skeleton = Skeletons.byId(id);

        assertThat(IntStream.range(0, skeleton.size()).map(point -> skeleton.mirror(skeleton.mirror(point))))
                .containsExactlyElementsOf(IntStream.range(0, skeleton.size()).boxed().toList());
    }

    @Test
    void a_bone_between_the_sides_is_in_the_middle() {
        Skeleton coco = Skeletons.COCO17;

        assertThat(coco.side(new Bone(coco.index("left_shoulder"), coco.index("right_shoulder"))))
                .isEqualTo(Skeleton.Side.MIDDLE);
        assertThat(coco.side(new Bone(coco.index("left_hip"), coco.index("left_knee")))).isEqualTo(Skeleton.Side.LEFT);
    }

    @Test
    void points_of_the_face_have_the_twins_that_a_mirror_gives_them() {
        Skeleton whole = Skeletons.WHOLE_BODY133;
        int[][] twins = {{23, 39}, {31, 31}, {40, 49}, {50, 50}, {54, 58}, {59, 68}, {63, 70}, {71, 77}, {78, 82},
            {83, 87},
            {88, 90}, {91, 112}, {132, 111}, {17, 20}};

        for (int[] twin : twins) {
            assertThat(whole.mirror(twin[0])).as(whole.names().get(twin[0])).isEqualTo(twin[1]);
        }
    }

    @Test
    void points_of_another_number_do_not_fit() {
        assertThatThrownBy(() -> new Keypoints(Skeletons.COCO17, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("coco17 has 17 points, not 0");
    }
}
