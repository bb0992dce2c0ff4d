package org.posescope.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;

class PoseBlendTest {
    private static final int COORDINATES = 3000;
    private static final int JOINTS = 4;
    private static final int NUMBERS = 9;

    private final Random random = new Random(5);

    @Test
    void adds_what_a_plain_sum_over_all_coordinates_adds() {
        float[][] directions = new float[(JOINTS - 1) * NUMBERS][COORDINATES];
        fill(directions, 0, 0, 40);
        fill(directions, 0, 105, 300);
        fill(directions, 0, 2990, COORDINATES);
        fill(directions, NUMBERS, 0, COORDINATES);
        float[] rotations = new float[JOINTS * NUMBERS];
        for (int i = 0; i < rotations.length; i++) {
            rotations[i] = random.nextFloat() - 0.5f;
        }
        float[] expected = new float[COORDINATES];
        for (int i = 0; i < COORDINATES; i++) {
            for (int first = 0; first < directions.length; first += NUMBERS) {
                float sum = 0;
                for (int number = 0; number < NUMBERS; number++) {
                    float turned = rotations[first + NUMBERS + number] - (number % 4 == 0 ? 1 : 0);
                    sum += turned * directions[first + number][i];
                }
                expected[i] += sum;
            }
        }

        float[] added = new float[COORDINATES];
        new PoseBlend(directions).add(rotations, added);

        assertThat(added).containsExactly(expected);
    }

    @Test
    void long_stretches_that_a_joint_leaves_alone_are_not_kept() {
        float[][] directions = new float[2 * NUMBERS][COORDINATES];
        fill(directions, 0, 100, 200);
        // Too short a gap to be worth passing over.
        fill(directions, 0, 264, 300);
        fill(directions, 0, 1000, 1010);

        assertThat(new PoseBlend(directions).size()).isEqualTo(NUMBERS * (200 + 10));
    }

    @Test
    void a_mesh_that_no_joint_corrects_has_none() {
        assertThat(new PoseBlend(new float[NUMBERS][COORDINATES]).isEmpty()).isTrue();
    }

    private void fill(float[][] directions, int first, int from, int to) {
        for (int i = from; i < to; i++) {
            // Each coordinate moves by some of the numbers only.
            for (int number = first + i % 3; number < first + NUMBERS; number += 3) {
                directions[number][i] = random.nextFloat() + 0.1f;
            }
        }
    }
}
