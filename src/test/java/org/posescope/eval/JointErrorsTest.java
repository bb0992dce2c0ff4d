package org.posescope.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.posescope.body.math.Vec3;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.testkit.Shared;

/** Against the numbers of SPIN's evaluation (fixtures/metrics/pose_errors.npz). */
class JointErrorsTest {
    private static final double TOLERANCE = 1e-9;
    /** Nearly all joints of this row are on one line, about which rounding turns the alignment. */
    private static final int COLLINEAR = 6;
    private static final double COLLINEAR_TOLERANCE = 1e-6;
    /** The joints whose middle the reference takes for the pelvis. */
    private static final int[] HIPS = {2, 3};

    private final Map<String, NdArray> reference = NpzReader.readAll(Shared.file("fixtures/metrics/pose_errors.npz"));

    private Vec3[] points(String name, int row) {
        NdArray array = reference.get(name);
        int points = array.dimension(1);
        return IntStream.range(row * points, (row + 1) * points).mapToObj(
                i -> new Vec3(array.getDouble(3 * i), array.getDouble(3 * i + 1), array.getDouble(3 * i + 2)))
                .toArray(Vec3[]::new);
    }

    private double expected(String name, int row) {
        return reference.get(name).getDouble(row);
    }

    private int rows() {
        return reference.get("gt").dimension(0);
    }

    @Test
    void mean_errors_are_those_of_the_reference_as_they_are_and_about_the_hips() {
        for (int row = 0; row < rows(); row++) {
            Vec3[] found = points("pred", row);
            Vec3[] truth = points("gt", row);
            assertThat(JointErrors.mpjpe(found, truth)).isCloseTo(expected("mpjpe", row), within(TOLERANCE));
            assertThat(JointErrors.mpjpe(aboutHips(found), aboutHips(truth)))
                    .isCloseTo(expected("mpjpe_pelvis_aligned", row), within(TOLERANCE));
        }
    }

    private static Vec3[] aboutHips(Vec3[] joints) {
        Vec3 hips = joints[HIPS[0]].lerp(joints[HIPS[1]], 0.5);
        return Arrays.stream(joints).map(joint -> joint.minus(hips)).toArray(Vec3[]::new);
    }

    @Test
    void aligned_joints_and_their_errors_are_those_of_the_reference() {
        for (int row = 0; row < rows(); row++) {
            Vec3[] found = points("pred", row);
            Vec3[] truth = points("gt", row);
            assertThat(JointErrors.paMpjpe(found, truth)).as("row %d", row).isCloseTo(expected("pa_mpjpe", row),
                    within(row == COLLINEAR ? COLLINEAR_TOLERANCE : TOLERANCE));
            if (row != COLLINEAR) {
                Vec3[] aligned = Procrustes.align(found, truth);
                Vec3[] there = points("pa_aligned", row);
                for (int i = 0; i < aligned.length; i++) {
                    assertThat(aligned[i].distance(there[i])).as("row %d, joint %d", row, i).isLessThan(TOLERANCE);
                }
            }
        }
    }

    @Test
    void errors_of_vertices_are_those_of_the_reference() {
        for (int row = 0; row < reference.get("pve").size(); row++) {
            assertThat(JointErrors.mpjpe(points("verts_pred", row), points("verts_gt", row)))
                    .isCloseTo(expected("pve", row), within(TOLERANCE));
        }
    }
}
