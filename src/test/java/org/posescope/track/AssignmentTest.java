package org.posescope.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void the_sum_counts_and_not_the_best_single_pair() {
        double[][] similarity = {{0.9, 0.8}, {0.85, 0.1}};

        assertThat(Assignment.best(similarity, 0)).containsExactly(1, 0);
    }

    @Test
    void pairs_below_the_minimum_are_not_made() {
        assertThat(Assignment.best(new double[][] {{0.9, 0.2}, {0.3, 0.25}}, 0.5)).containsExactly(0, -1);
    }

    @Test
    void nothing_is_paired_with_nothing() {
        assertThat(Assignment.best(new double[0][0], 0.5)).isEmpty();
        assertThat(Assignment.best(new double[2][0], 0.5)).containsExactly(-1, -1);
    }

    @RepeatedTest(20)
    void the_sum_is_the_largest_of_all_pairings(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double[][] similarity = new double[1 + random.nextInt(5)][1 + random.nextInt(5)];
        for (double[] row : similarity) {
            for (int c = 0; c < row.length; c++) {
                row[c] = random.nextDouble();
            }
        }
        double sum = 0;
        int[] columns = Assignment.best(similarity, 0.3);
        for (int r = 0; r < columns.length; r++) {
            sum += columns[r] < 0 ? 0 : similarity[r][columns[r]];
        }

        assertThat(sum).isEqualTo(exhaustive(similarity, 0, new boolean[similarity[0].length]),
                org.assertj.core.data.Offset.offset(1e-12));
    }

    private static double exhaustive(double[][] similarity, int row, boolean[] taken) {
        if (row == similarity.length) {
            return 0;
        }
        double best = exhaustive(similarity, row + 1, taken);
        for (int c = 0; c < taken.length; c++) {
            if (!taken[c] && similarity[row][c] >= 0.3) {
                taken[c] = true;
                best = Math.max(best, similarity[row][c] + exhaustive(similarity, row + 1, taken));
                taken[c] = false;
            }
        }
        return best;
    }
}
