package org.posescope.record.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

class EulerZxyTest {
    private static Rotation rotation(double z, double x, double y) {
        return Rotation.about(Vec3.Z, Math.toRadians(z)).times(Rotation.about(Vec3.X, Math.toRadians(x)))
                .times(Rotation.about(Vec3.Y, Math.toRadians(y)));
    }

    private static void requireSame(Rotation given) {
        EulerZxy found = EulerZxy.of(given);
        Rotation again = rotation(found.z(), found.x(), found.y());
        for (Vec3 axis : new Vec3[] {Vec3.X, Vec3.Y, Vec3.Z}) {
            assertThat(again.apply(axis).distance(given.apply(axis))).as("%s", found).isLessThan(1e-4);
        }
    }

    @Test
    void any_rotation_comes_back() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            requireSame(rotation(random.nextDouble(-180, 180), random.nextDouble(-90, 90),
                    random.nextDouble(-180, 180)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-90, -89.9999, -89.99, 89.99, 89.9999, 90})
    void near_the_lock_too(double x) {
        requireSame(rotation(30, x, -100));
        requireSame(rotation(-170, x, 20));
    }
}
