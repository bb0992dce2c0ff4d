package org.posescope.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Vector3;

class AxisAngleTest {
    @ParameterizedTest
    @CsvSource({"1,0,0,0, 0,0,0", "-1,0,0,0, 0,0,0", "0,1,0,0, 3.1415927,0,0", "0,0,-1,0, 0,-3.1415927,0",
        "0.70710677,0,0,0.70710677, 0,0,1.5707964", "-0.70710677,0,0,0.70710677, 0,0,-1.5707964"})
    void known_rotations(float w, float x, float y, float z, float ax, float ay, float az) {
        assertClose(AxisAngle.of(new Quaternion(w, x, y, z)), new Vector3(ax, ay, az), 1e-6f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-30, 1e-12, 1e-8, 1e-6, 1e-5, 1e-3, 0.1, 1, 2, 3, 3.14159, Math.PI})
    void the_rotation_vector_comes_back_whatever_the_angle_and_the_sign(double angle) {
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            double[] axis = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double norm = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
            float w = (float) Math.cos(angle / 2);
            double s = Math.sin(angle / 2) / norm;
            Quaternion q = new Quaternion(w, (float) (s * axis[0]), (float) (s * axis[1]), (float) (s * axis[2]));
            Vector3 expected = new Vector3((float) (angle * axis[0] / norm), (float) (angle * axis[1] / norm),
                    (float) (angle * axis[2] / norm));

            assertClose(AxisAngle.of(q), expected, 1e-5f);
            assertClose(AxisAngle.of(new Quaternion(-q.w(), -q.x(), -q.y(), -q.z())), expected, 1e-5f);
        }
    }

    @Test
    void a_tiny_rotation_keeps_its_digits() {
        Vector3 vector = AxisAngle.of(new Quaternion(1, 1e-20f, -2e-20f, 0));

        assertThat(vector.x()).isCloseTo(2e-20f, within(1e-26f));
        assertThat(vector.y()).isCloseTo(-4e-20f, within(1e-26f));
    }

    private static void assertClose(Vector3 actual, Vector3 expected, float tolerance) {
        assertThat(actual.x()).isCloseTo(expected.x(), within(tolerance));
        assertThat(actual.y()).isCloseTo(expected.y(), within(tolerance));
        assertThat(actual.z()).isCloseTo(expected.z(), within(tolerance));
    }
}
