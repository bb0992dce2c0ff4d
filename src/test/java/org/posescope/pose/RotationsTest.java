package org.posescope.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.testkit.Shared;

class RotationsTest {
    private static final double TOLERANCE = 1e-5;

    /** The matrices after these are off by 1e-5, and which rotation they mean is a matter of taste. */
    private static final int CLEAN = 48;
    private static final double NOISE = 3e-5;

    private static Map<String, NdArray> fixture() {
        return NpzReader.readAll(Shared.file("fixtures/pre/rotations_cameras.npz"));
    }

    /** OpenCV gives 0 below an angle of about 1e-6. */
    @ParameterizedTest
    @CsvSource({"axis_angle_scipy, 1e-7", "axis_angle_cv2, 1e-6", "axis_angle_torchgeometry_f32, 1e-7"})
    void a_matrix_has_the_axis_and_angle_that_others_find(String reference, double toleranceNearZero) {
        float[] matrices = fixture().get("matrices").toFloats();
        double[] expected = fixture().get(reference).toDoubles();
        for (int i = 0; i < matrices.length / 9; i++) {
            Vector3 vector = Rotations.axisAngleOf(matrices, 9 * i);
            double tolerance = i < CLEAN ? TOLERANCE : NOISE;
            double angle = Math
                    .sqrt(square(expected[3 * i]) + square(expected[3 * i + 1]) + square(expected[3 * i + 2]));
            if (angle < Math.PI - 1e-3) {
                assertThat(array(vector)).as("rotation %d", i).containsExactly(
                        Arrays.copyOfRange(expected, 3 * i, 3 * i + 3),
                        within(angle < 2e-6 ? toleranceNearZero : tolerance));
            }
            assertClose(matrixOf(vector), matrices, 9 * i, tolerance, "rotation " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spin_batch_rodrigues_f32", "scipy_rodrigues_f64"})
    void an_axis_angle_vector_has_the_matrix_that_others_find(String reference) {
        float[] vectors = fixture().get("aa_in_f32").toFloats();
        float[] expected = fixture().get(reference).toFloats();
        for (int i = 0; i < vectors.length / 3; i++) {
            float[] matrix = new float[9];
            Rotations.putMatrix(vectors[3 * i], vectors[3 * i + 1], vectors[3 * i + 2], matrix, 0);
            assertClose(matrix, expected, 9 * i, TOLERANCE, "rotation " + i);
        }
    }

    @Test
    void a_quaternion_is_the_same_rotation_as_its_vector_and_its_matrix() {
        float[] vectors = fixture().get("aa_in_f32").toFloats();
        for (int i = 0; i < vectors.length / 3; i++) {
            Vector3 vector = new Vector3(vectors[3 * i], vectors[3 * i + 1], vectors[3 * i + 2]);
            Quaternion quaternion = Rotations.quaternionOfAxisAngle(vector.x(), vector.y(), vector.z());
            float[] matrix = new float[9];
            Rotations.putMatrix(quaternion, matrix, 0);
            assertClose(matrix, matrixOf(vector), 0, TOLERANCE, "rotation " + i);
            Quaternion back = Rotations.quaternionOfMatrix(matrix, 0);
            assertThat(back.w()).isNotNegative();
            assertThat(Math.abs((double) quaternion.w() * back.w() + quaternion.x() * back.x()
                    + quaternion.y() * back.y() + quaternion.z() * back.z())).isCloseTo(1, within(1e-6));
            assertClose(matrixOf(Rotations.axisAngleOf(quaternion)), matrix, 0, TOLERANCE, "rotation " + i);
        }
    }

    @Test
    void a_quaternion_of_any_length_is_a_rotation() {
        float[] matrix = new float[9];
        Rotations.putMatrix(new Quaternion(-3, 0, 0, 3), matrix, 0);
        assertThat(matrix).containsExactly(new float[] {0, 1, 0, -1, 0, 0, 0, 0, 1}, within(1e-6f));
    }

    @Test
    void six_numbers_give_the_matrix_that_spin_finds() {
        float[] sixD = fixture().get("rot6d_in").toFloats();
        float[] expected = fixture().get("rot6d_matrix").toFloats();
        for (int i = 0; i < sixD.length / 6; i++) {
            float[] matrix = new float[9];
            Rotations.putMatrixOfSixD(sixD, 6 * i, matrix, 0);
            assertIsRotation(matrix);
            boolean degenerate = !isRotation(Arrays.copyOfRange(expected, 9 * i, 9 * i + 9)) || i == 22 || i == 25;
            if (!degenerate) {
                assertClose(matrix, expected, 9 * i, TOLERANCE, "row " + i);
            }
        }
    }

    @Test
    void any_six_numbers_give_a_rotation() {
        Random random = new Random(4);
        for (int round = 0; round < 2000; round++) {
            float[] sixD = new float[6];
            for (int i = 0; i < 6; i++) {
                sixD[i] = random.nextInt(3) == 0 ? random.nextInt(3) - 1 : (float) random.nextGaussian() * 1e-8f;
            }
            float[] matrix = new float[9];
            Rotations.putMatrixOfSixD(sixD, 0, matrix, 0);
            assertIsRotation(matrix);
        }
    }

    private static void assertIsRotation(float[] m) {
        assertThat(isRotation(m)).as("rotation %s", Arrays.toString(m)).isTrue();
    }

    /** Whether the rows are orthonormal and right-handed. */
    private static boolean isRotation(float[] m) {
        double worst = 0;
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                double dot = (double) m[3 * a] * m[3 * b] + (double) m[3 * a + 1] * m[3 * b + 1]
                        + (double) m[3 * a + 2] * m[3 * b + 2];
                worst = Math.max(worst, Math.abs(dot - (a == b ? 1 : 0)));
            }
        }
        double determinant = m[0] * ((double) m[4] * m[8] - (double) m[5] * m[7])
                - m[1] * ((double) m[3] * m[8] - (double) m[5] * m[6])
                + m[2] * ((double) m[3] * m[7] - (double) m[4] * m[6]);
        return worst < TOLERANCE && determinant > 0;
    }

    private static float[] matrixOf(Vector3 vector) {
        float[] matrix = new float[9];
        Rotations.putMatrix(vector.x(), vector.y(), vector.z(), matrix, 0);
        return matrix;
    }

    private static void assertClose(float[] matrix, float[] expected, int at, double tolerance, String what) {
        assertThat(matrix).as(what).containsExactly(Arrays.copyOfRange(expected, at, at + 9),
                within((float) tolerance));
    }

    private static double[] array(Vector3 v) {
        return new double[] {v.x(), v.y(), v.z()};
    }

    private static double square(double x) {
        return x * x;
    }
}
