package org.posescope.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.posescope.pose.BodyParameters;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.pose.Vector3;
import org.posescope.tensor.NdArray;

class BodyPoserTest {
    private static final int CASES = 6;
    private static final float[] NO_OFFSET = new float[3];

    @ParameterizedTest
    @ValueSource(strings = {"SMPL_NEUTRAL.npz", "SMPL_NEUTRAL_clean_py3_proto4.pkl", "basicModel_neutral_lbs_py2.pkl",
        "neutral_smpl_with_cocoplus_reg.pkl"})
    void vertices_and_joints_are_those_of_the_published_code(String file) {
        BodyPoser poser = new BodyPoser(BodyModelReader.read(SmplFixtures.file(file)));
        Map<String, NdArray> expected = SmplFixtures.expected();
        for (int i = 0; i < CASES; i++) {
            poser.pose(matrices(expected, i), slice(expected, "betas", i), slice(expected, "transl", i));
            assertClose(poser.vertices(), expected.get("vertices_f64"), i);
            assertClose(poser.joints(), expected.get("joints_f64"), i);
        }
    }

    @Test
    void quaternions_pose_the_same_body_as_matrices() {
        BodyPoser poser = new BodyPoser(model());
        Map<String, NdArray> expected = SmplFixtures.expected();
        for (int i = 0; i < CASES; i++) {
            poser.pose(parameters(expected, i));
            assertClose(poser.vertices(), expected.get("vertices_f64"), i);
            assertClose(poser.joints(), expected.get("joints_f64"), i);
        }
    }

    @Test
    void matrices_straight_from_a_network_give_its_mesh() {
        Map<String, NdArray> expected = SmplFixtures.expected();
        BodyPoser poser = new BodyPoser(model());
        poser.pose(slice(expected, "rotmats_f32", 1), slice(expected, "betas", 1), NO_OFFSET);
        assertClose(poser.vertices(), expected.get("rotmat_input_vertices_case1"), 0);
        assertClose(poser.joints(), expected.get("rotmat_input_joints_case1"), 0);
    }

    @Test
    void the_regressor_of_hmr_gives_its_19_points() {
        BodyModel model = BodyModelReader.read(SmplFixtures.file("neutral_smpl_with_cocoplus_reg.pkl"));
        SparseMatrix regressor = model.cocoplusRegressor().orElseThrow();
        Map<String, NdArray> expected = SmplFixtures.expected();
        BodyPoser poser = new BodyPoser(model);
        float[] points = new float[3 * regressor.rows()];
        for (int i = 0; i < CASES; i++) {
            poser.pose(parameters(expected, i));
            regressor.multiply(poser.vertices(), points);
            assertClose(points, expected.get("cocoplus_joints_f64"), i);
        }
    }

    @Test
    void posing_allocates_nothing() {
        BodyPoser poser = new BodyPoser(model());
        BodyParameters parameters = parameters(SmplFixtures.expected(), 1);
        poser.pose(parameters);
        poser.computeNormals();
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int frame = 0; frame < 100; frame++) {
            poser.pose(parameters);
            poser.computeNormals();
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1024);
    }

    @Test
    void a_pose_does_not_depend_on_the_one_before() {
        Map<String, NdArray> expected = SmplFixtures.expected();
        BodyPoser used = new BodyPoser(model());
        used.pose(parameters(expected, 4));
        used.pose(parameters(expected, 1));
        BodyPoser fresh = new BodyPoser(model());
        fresh.pose(parameters(expected, 1));
        assertThat(used.vertices()).isEqualTo(fresh.vertices());
        assertThat(used.joints()).isEqualTo(fresh.joints());
        assertThat(used.computeNormals()).isEqualTo(fresh.computeNormals());
    }

    @Test
    void joints_at_rest_are_where_the_regressor_sees_them() {
        BodyModel model = model();
        float[] betas = slice(SmplFixtures.expected(), "betas", 1);
        BodyPoser poser = new BodyPoser(model);
        poser.pose(identities(), betas, NO_OFFSET);
        assertThat(poser.joints()).containsExactly(model.restJoints(betas), within(1e-6f));
        assertThat(poser.vertices()).containsExactly(model.restVertices(betas), within(2e-6f));
    }

    @Test
    void arrays_of_a_wrong_length_are_refused() {
        BodyPoser poser = new BodyPoser(model());
        assertThatIllegalArgumentException().isThrownBy(() -> poser.pose(new float[72], new float[10], NO_OFFSET));
        assertThatIllegalArgumentException().isThrownBy(() -> poser.pose(identities(), new float[300], NO_OFFSET));
        assertThatIllegalArgumentException().isThrownBy(() -> model().restJoints(new float[9]));
    }

    private static BodyModel model() {
        return BodyModelReader.read(SmplFixtures.file("SMPL_NEUTRAL.npz"));
    }

    private static float[] identities() {
        float[] matrices = new float[24 * 9];
        for (int joint = 0; joint < 24; joint++) {
            Rotations.putMatrix(Quaternion.IDENTITY, matrices, 9 * joint);
        }
        return matrices;
    }

    private static float[] matrices(Map<String, NdArray> expected, int i) {
        float[] vectors = slice(expected, "poses", i);
        float[] matrices = new float[24 * 9];
        for (int joint = 0; joint < 24; joint++) {
            Rotations.putMatrix(vectors[3 * joint], vectors[3 * joint + 1], vectors[3 * joint + 2], matrices,
                    9 * joint);
        }
        return matrices;
    }

    private static BodyParameters parameters(Map<String, NdArray> expected, int i) {
        float[] vectors = slice(expected, "poses", i);
        List<Quaternion> rotations = new ArrayList<>();
        for (int joint = 0; joint < 24; joint++) {
            rotations.add(Rotations.quaternionOfAxisAngle(vectors[3 * joint], vectors[3 * joint + 1],
                    vectors[3 * joint + 2]));
        }
        List<Float> betas = new ArrayList<>();
        for (float beta : slice(expected, "betas", i)) {
            betas.add(beta);
        }
        float[] offset = slice(expected, "transl", i);
        return new BodyParameters(rotations, betas, new Vector3(offset[0], offset[1], offset[2]));
    }

    private static float[] slice(Map<String, NdArray> arrays, String name, int i) {
        NdArray array = arrays.get(name);
        int length = array.size() / array.dimension(0);
        return Arrays.copyOfRange(array.toFloats(), i * length, (i + 1) * length);
    }

    /** Within 1e-5 m, or 2e-5 m beyond 4 m, as the fixtures ask. */
    private static void assertClose(float[] points, NdArray expected, int i) {
        for (int k = 0; k < points.length; k++) {
            double wanted = expected.getDouble(i * points.length + k);
            assertThat((double) points[k]).as("case %d, number %d", i, k).isCloseTo(wanted,
                    within(Math.abs(wanted) < 4 ? 1e-5 : 2e-5));
        }
    }
}
