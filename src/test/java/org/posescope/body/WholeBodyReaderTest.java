package org.posescope.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.posescope.error.UserException;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.pose.SmplFamily;
import org.posescope.pose.Vector3;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzWriter;

/** Made files in the layout of SMPL-H and SMPL-X. */
class WholeBodyReaderTest {
    private static final float[] NO_SHAPE = new float[BodyParameters.BETAS];
    private static final Quaternion REST = new Quaternion(1, 0, 0, 0);

    @TempDir
    private Path folder;

    @Test
    void a_pickle_of_smplh_has_52_joints_and_no_expressions() throws IOException {
        Path file = Files.write(folder.resolve("SMPLH_MALE.pkl"), new TinyBody(52, 16).pickle());
        BodyModel model = BodyModelReader.read(file);
        assertThat(model.skeleton()).isEqualTo(SmplFamily.SMPLH52);
        assertThat(model.hasFingers()).isTrue();
        assertThat(model.expressionComponents()).isZero();
        assertThat(model.shapeComponents()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"20, 10, 10", "400, 300, 10", "16, 10, 6", "10, 10, 0"})
    void expressions_of_smplx_follow_the_shape_components(int components, int first, int expressions)
            throws IOException {
        TinyBody body = new TinyBody(55, components);
        Map<String, NdArray> arrays = body.arrays();
        BodyModel model = BodyModelReader.read(write(arrays));
        assertThat(model.skeleton()).isEqualTo(SmplFamily.SMPLX55);
        assertThat(model.expressionComponents()).isEqualTo(expressions);
        assertThat(model.hasNamedExpressions()).isFalse();
        float[] all = arrays.get("shapedirs").toFloats();
        for (int k = 0; k < expressions; k++) {
            float[] expected = new float[3 * TinyBody.VERTICES];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = all[i * components + first + k];
            }
            assertThat(model.expressionOffsets(k)).containsExactly(expected);
        }
    }

    @Test
    void a_body_of_another_number_of_joints_is_none_of_the_family() {
        Path file = write(new TinyBody(54, 10).arrays());
        assertThatThrownBy(() -> BodyModelReader.read(file)).isInstanceOf(UserException.class).hasMessageEndingWith(
                "kintree_table, cannot be read because it has 54 joints, where SMPL has 24, SMPL-H 52 and SMPL-X 55.");
        assertThatIllegalArgumentException().isThrownBy(() -> SmplFamily.withJoints(54));
    }

    @Test
    void fingers_jaw_and_expressions_pose_the_joints_that_bear_their_names() {
        Map<String, NdArray> arrays = new TinyBody(55, 20).arrays();
        BodyModel model = BodyModelReader.read(write(arrays));
        List<Quaternion> left = turns(1);
        List<Quaternion> right = turns(100);
        Quaternion jaw = Rotations.quaternionOfAxisAngle(0.3, 0, 0);
        List<Float> expression = IntStream.range(0, 10).mapToObj(k -> 0.1f * k).toList();
        BodyPoser byParameters = new BodyPoser(model);
        byParameters.pose(new BodyParameters(Collections.nCopies(24, REST), Collections.nCopies(10, 0f),
                new Vector3(1, 2, 3)).withFingersAndFace(new FingersAndFace(left, right, jaw, expression)));

        float[] matrices = new float[55 * Rotations.MATRIX];
        for (int joint = 0; joint < 55; joint++) {
            String name = SmplFamily.SMPLX55.names().get(joint);
            Quaternion turn = name.equals("jaw")
                    ? jaw
                    : joint >= 40 ? right.get(joint - 40) : joint >= 25 ? left.get(joint - 25) : REST;
            Rotations.putMatrix(turn, matrices, joint * Rotations.MATRIX);
        }
        float[] face = new float[10];
        for (int k = 0; k < face.length; k++) {
            face[k] = expression.get(k);
        }
        BodyPoser byMatrices = new BodyPoser(model);
        byMatrices.pose(matrices, NO_SHAPE, face, new float[] {1, 2, 3});
        assertThat(byParameters.vertices()).containsExactly(byMatrices.vertices());
        assertThat(SmplFamily.SMPLX55.names().get(25)).isEqualTo("left_index1");
        assertThat(SmplFamily.SMPLX55.names().get(54)).isEqualTo("right_thumb3");
    }

    @Test
    void expressions_move_vertices_and_joints_as_the_published_code_does() {
        Map<String, NdArray> arrays = new TinyBody(55, 20).arrays();
        BodyModel model = BodyModelReader.read(write(arrays));
        float[] matrices = new float[55 * Rotations.MATRIX];
        for (int joint = 0; joint < 55; joint++) {
            Rotations.putMatrix(REST, matrices, joint * Rotations.MATRIX);
        }
        BodyPoser poser = new BodyPoser(model);
        poser.pose(matrices, NO_SHAPE, new float[10], new float[3]);
        float[] neutral = poser.joints().clone();
        float[] one = new float[10];
        one[4] = 1;
        poser.pose(matrices, NO_SHAPE, one, new float[3]);
        double[] regressor = arrays.get("J_regressor").toDoubles();
        double[] directions = arrays.get("shapedirs").toDoubles();
        for (int i = 0; i < neutral.length; i++) {
            double moved = 0;
            for (int v = 0; v < TinyBody.VERTICES; v++) {
                moved += regressor[i / 3 * TinyBody.VERTICES + v] * directions[(3 * v + i % 3) * 20 + 14];
            }
            assertThat((double) poser.joints()[i] - neutral[i]).isCloseTo(moved, within(2e-5));
        }
    }

    private static List<Quaternion> turns(int seed) {
        return IntStream.range(0, 15).mapToObj(k -> Rotations.quaternionOfAxisAngle(0.01 * (seed + k), 0.2, -0.1 * k))
                .toList();
    }

    private Path write(Map<String, NdArray> arrays) {
        Path file = folder.resolve("SMPLX_NEUTRAL.npz");
        try (NpzWriter npz = new NpzWriter(file, NpzWriter.Compression.NONE)) {
            arrays.forEach(npz::write);
            npz.finish();
        }
        return file;
    }
}
