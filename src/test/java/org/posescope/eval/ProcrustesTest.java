package org.posescope.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

class ProcrustesTest {
    private final Random random = new Random(3);

    private Vec3[] cloud(int size) {
        return Stream.generate(() -> new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()))
                .limit(size).toArray(Vec3[]::new);
    }

    @Test
    void turning_scaling_and_moving_is_undone() {
        Vec3[] targets = cloud(14);
        Rotation turn = Rotation.about(new Vec3(1, -2, 0.5).unit(), 2.7);
        Vec3[] points = Arrays.stream(targets).map(p -> turn.apply(p).times(0.6).plus(new Vec3(4, 5, -6)))
                .toArray(Vec3[]::new);
        Vec3[] aligned = Procrustes.align(points, targets);
        for (int i = 0; i < targets.length; i++) {
            assertThat(aligned[i].distance(targets[i])).isLessThan(1e-9);
        }
    }

    @Test
    void a_mirror_image_is_not_undone() {
        Vec3[] targets = cloud(14);
        Vec3[] mirrored = Arrays.stream(targets).map(Vec3::mirrored).toArray(Vec3[]::new);
        assertThat(JointErrors.paMpjpe(mirrored, targets)).isGreaterThan(0.3);
    }

    @Test
    void no_other_similarity_is_nearer() {
        Vec3[] targets = cloud(14);
        Vec3[] points = cloud(14);
        double best = squares(Procrustes.align(points, targets), targets);
        for (int i = 0; i < 200; i++) {
            Vec3[] aligned = Procrustes.align(points, targets);
            Rotation turn = Rotation.about(cloud(1)[0].unit(), 0.05 * random.nextGaussian());
            double scale = 1 + 0.02 * random.nextGaussian();
            Vec3 shift = cloud(1)[0].times(0.02);
            Vec3[] other = Arrays.stream(aligned).map(p -> turn.apply(p).times(scale).plus(shift))
                    .toArray(Vec3[]::new);
            assertThat(squares(other, targets)).isGreaterThanOrEqualTo(best - 1e-9);
        }
    }

    private static double squares(Vec3[] a, Vec3[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i].minus(b[i]).dot(a[i].minus(b[i]));
        }
        return sum;
    }

    @Test
    void points_in_a_plane_are_aligned_too() {
        Vec3[] targets = {new Vec3(0, 0, 0), new Vec3(1, 0, 0), new Vec3(0, 1, 0)};
        Vec3[] points = {new Vec3(0, 0, 5), new Vec3(0, 0, 7), new Vec3(0, 2, 5)};
        assertThat(JointErrors.paMpjpe(points, targets)).isCloseTo(0, within(1e-9));
    }

    @Test
    void other_numbers_of_points_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Procrustes.align(cloud(3), cloud(4)));
    }
}
