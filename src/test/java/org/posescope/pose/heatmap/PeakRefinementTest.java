package org.posescope.pose.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Region;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.tensor.Tensor;

/** DARK and UDP against the published formulas, written down anew: the whole kernel at once, and the matrices as they stand there. */
class PeakRefinementTest {
    private static final Region REGION = new Region(200, 300, 96, 128, 0);

    /** A heatmap as networks draw them, with noise, its peak near a place. */
    private static float[] map(int rows, int columns, double row, double column, long seed) {
        Random random = new Random(seed);
        float[] map = new float[rows * columns];
        for (int i = 0; i < map.length; i++) {
            double distance = Math.pow(Math.floorDiv(i, columns) - row, 2) + Math.pow(i % columns - column, 2);
            map[i] = (float) (0.8 * Math.exp(-distance / 8) + 0.02 * random.nextDouble() - 0.005);
        }
        return map;
    }

    @ParameterizedTest
    @CsvSource({"64,48,30.3,20.6", "64,48,2.4,2.2", "64,48,1,1", "64,48,0.3,30.2", "64,48,63,47", "64,48,61.7,45.4",
        "64,48,61,40", "64,48,20,0", "96,72,50.4,33.3", "96,72,95,10.2"})
    void points_lie_where_the_published_formulas_put_them(int rows, int columns, double row, double column) {
        float[] map = map(rows, columns, row, column, rows + columns);
        Tensor tensor = Tensor.of(map, 1, 1, rows, columns);
        int best = 0;
        for (int i = 0; i < map.length; i++) {
            best = map[i] > map[best] ? i : best;
        }
        double[][] blurred = blurred(map, rows, columns);

        double[] dark = dark(blurred, best / columns, best % columns);
        Keypoint byDark = new HeatmapDecoder(tensor, PeakRefinement.DARK).decode(0, REGION).getFirst();
        assertThat((double) byDark.x()).isCloseTo(152 + 96 * dark[1] / columns, within(1e-3));
        assertThat((double) byDark.y()).isCloseTo(236 + 128 * dark[0] / rows, within(1e-3));

        double[] udp = udp(blurred, best / columns, best % columns);
        Keypoint byUdp = new HeatmapDecoder(tensor, PeakRefinement.UDP).decode(0, REGION).getFirst();
        assertThat((double) byUdp.x()).isCloseTo(152 + 96 * udp[1] / (columns - 1), within(1e-3));
        assertThat((double) byUdp.y()).isCloseTo(236 + 128 * udp[0] / (rows - 1), within(1e-3));
        assertThat(byUdp.score()).isEqualTo(byDark.score()).isEqualTo(map[best]);
    }

    /** OpenCV's Gaussian with as many taps as belong to the size, in a frame of zeros, brought back to the highest value. */
    private static double[][] blurred(float[] map, int rows, int columns) {
        int reach = rows == 96 ? 8 : 5;
        double deviation = rows == 96 ? 2.9 : 2.0;
        double[][] blurred = new double[rows][columns];
        double before = 0;
        double after = 0;
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            sum += Math.exp(-i * i / (2 * deviation * deviation));
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                for (int i = Math.max(0, r - reach); i <= Math.min(rows - 1, r + reach); i++) {
                    for (int j = Math.max(0, c - reach); j <= Math.min(columns - 1, c + reach); j++) {
                        blurred[r][c] += map[i * columns + j] / sum / sum
                                * Math.exp(-((i - r) * (i - r) + (j - c) * (j - c)) / (2 * deviation * deviation));
                    }
                }
                before = Math.max(before, map[r * columns + c]);
                after = Math.max(after, blurred[r][c]);
            }
        }
        for (int i = 0; i < rows * columns; i++) {
            blurred[i / columns][i % columns] *= before / after;
        }
        return blurred;
    }

    /** Row and column. */
    private static double[] dark(double[][] map, int y, int x) {
        if (!(1 < x && x < map[0].length - 2 && 1 < y && y < map.length - 2)) {
            return new double[] {y, x};
        }
        double[][] h = new double[5][5];
        for (int i = 0; i < 25; i++) {
            h[i / 5][i % 5] = Math.log(Math.max(map[y - 2 + i / 5][x - 2 + i % 5], 1e-10));
        }
        return solved(y, x, 0.5 * (h[2][3] - h[2][1]), 0.5 * (h[3][2] - h[1][2]),
                0.25 * (h[2][4] - 2 * h[2][2] + h[2][0]), 0.25 * (h[3][3] - h[1][3] - h[3][1] + h[1][1]),
                0.25 * (h[4][2] - 2 * h[2][2] + h[0][2]));
    }

    private static double[] udp(double[][] map, int y, int x) {
        double[][] h = new double[3][3];
        for (int i = 0; i < 9; i++) {
            int row = Math.min(Math.max(y - 1 + i / 3, 0), map.length - 1);
            int column = Math.min(Math.max(x - 1 + i % 3, 0), map[0].length - 1);
            h[i / 3][i % 3] = Math.log(Math.min(Math.max(map[row][column], 1e-3), 50));
        }
        double eps = 1.1920929e-7;
        return solved(y, x, 0.5 * (h[1][2] - h[1][0]), 0.5 * (h[2][1] - h[0][1]),
                h[1][2] - 2 * h[1][1] + h[1][0] + eps, 0.5 * (h[2][2] - h[1][2] - h[2][1] + h[1][1] + h[1][1]
                        - h[1][0] - h[0][1] + h[0][0]),
                h[2][1] - 2 * h[1][1] + h[0][1] + eps);
    }

    /** The place minus the inverse of the second derivatives times the first. */
    private static double[] solved(int y, int x, double dx, double dy, double dxx, double dxy, double dyy) {
        double determinant = dxx * dyy - dxy * dxy;
        double[][] inverse = {{dyy / determinant, -dxy / determinant}, {-dxy / determinant, dxx / determinant}};
        return new double[] {y - inverse[1][0] * dx - inverse[1][1] * dy, x - inverse[0][0] * dx - inverse[0][1] * dy};
    }

    @Test
    void both_come_nearer_than_a_tenth_of_a_cell_to_where_the_point_was_drawn() {
        for (int i = 0; i < 5; i++) {
            double row = 20 + i * 0.2;
            double column = 30 - i * 0.17;
            Tensor tensor = Tensor.of(map(64, 48, row, column, i), 1, 1, 64, 48);
            for (PeakRefinement refinement : new PeakRefinement[] {PeakRefinement.DARK, PeakRefinement.UDP}) {
                Keypoint point = new HeatmapDecoder(tensor, refinement).decode(0, REGION).getFirst();
                assertThat((point.x() - 152) / 96 * refinement.units(48)).isCloseTo((float) column, within(0.1f));
                assertThat((point.y() - 236) / 128 * refinement.units(64)).isCloseTo((float) row, within(0.1f));
            }
        }
    }

    /** The matrix takes a pixel of the frame to (w - 1) / scale times its distance from the left side of the region. */
    @ParameterizedTest
    @CsvSource({"192,256,100,50,40,90", "192,256,-10,-20,300,200", "288,384,0,0,640,480", "192,256,600,400,30,30",
        "256,192,320.5,240.25,77,33"})
    void unbiased_crops_lie_as_the_published_matrix_says(int width, int height, float x, float y, float boxWidth,
            float boxHeight) {
        PersonView view = new PersonView(width, height);
        Region region = view.region(new Box(x, y, boxWidth, boxHeight));

        Region sampled = view.sampledBetweenCentres(region);

        for (int pixel : new int[] {0, 1, width / 2, width - 1}) {
            double inFrame = pixel * region.width() / (width - 1.0) + region.centerX() - region.width() / 2;
            assertThat(sampled.frameX((pixel + 0.5f) / width, 0) - 0.5).isCloseTo(inFrame, within(2e-3));
        }
        for (int pixel : new int[] {0, 1, height / 2, height - 1}) {
            double inFrame = pixel * region.height() / (height - 1.0) + region.centerY() - region.height() / 2;
            assertThat(sampled.frameY(0, (pixel + 0.5f) / height) - 0.5).isCloseTo(inFrame, within(2e-3));
        }
    }

    @Test
    void a_mirrored_heatmap_with_udp_is_turned_back_as_it_is() {
        Tensor both = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 1, 1, 3);

        assertThat(HeatmapDecoder.withMirrored(both, new int[1], PeakRefinement.UDP).toArray())
                .containsExactly(3.5f, 3.5f, 3.5f);
        assertThat(HeatmapDecoder.withMirrored(both, new int[1], PeakRefinement.QUARTER).toArray())
                .containsExactly(3.5f, 4, 4);
    }
}
