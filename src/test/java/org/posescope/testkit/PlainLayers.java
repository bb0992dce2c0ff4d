package org.posescope.testkit;

/** Layers of networks by their definitions, in double precision, on pictures [channel][row][column]. Slow and plain. */
final class PlainLayers {
    private PlainLayers() {}

    /** @param weight output channels x input channels x kernel x kernel */
    static double[][][] convolution(double[][][] x, float[] weight, int channels, int kernel, int stride, int padding) {
        int rows = (x[0].length + 2 * padding - kernel) / stride + 1;
        int columns = (x[0][0].length + 2 * padding - kernel) / stride + 1;
        double[][][] y = new double[channels][rows][columns];
        for (int o = 0; o < channels; o++) {
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        for (int k = 0; k < kernel * kernel; k++) {
                            sum += weight[(o * x.length + i) * kernel * kernel + k]
                                    * at(x[i], r * stride - padding + k / kernel, c * stride - padding + k % kernel);
                        }
                    }
                    y[o][r][c] = sum;
                }
            }
        }
        return y;
    }

    /** @param weight input channels x output channels x 4 x 4; stride 2, padding 1 */
    static double[][][] doubling(double[][][] x, float[] weight, int channels) {
        int rows = x[0].length;
        int columns = x[0][0].length;
        double[][][] y = new double[channels][2 * rows][2 * columns];
        for (int i = 0; i < x.length; i++) {
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    for (int o = 0; o < channels; o++) {
                        for (int k = 0; k < 16; k++) {
                            int row = 2 * r - 1 + k / 4;
                            int column = 2 * c - 1 + k % 4;
                            if (row >= 0 && row < 2 * rows && column >= 0 && column < 2 * columns) {
                                y[o][row][column] += x[i][r][c] * weight[(i * channels + o) * 16 + k];
                            }
                        }
                    }
                }
            }
        }
        return y;
    }

    static double[][][] batchNorm(double[][][] x, float[] gamma, float[] beta, float[] mean, float[] variance) {
        return map(x, (c, value) -> gamma[c] * (value - mean[c]) / Math.sqrt(variance[c] + 1e-5) + beta[c]);
    }

    static double[][][] withBias(double[][][] x, float[] bias) {
        return map(x, (c, value) -> value + bias[c]);
    }

    static double[][][] relu(double[][][] x) {
        return map(x, (c, value) -> Math.max(0, value));
    }

    static double[][][] add(double[][][] a, double[][][] b) {
        double[][][] sum = new double[a.length][a[0].length][a[0][0].length];
        for (int c = 0; c < a.length; c++) {
            for (int row = 0; row < a[0].length; row++) {
                for (int column = 0; column < a[0][0].length; column++) {
                    sum[c][row][column] = a[c][row][column] + b[c][row][column];
                }
            }
        }
        return sum;
    }

    /** Of 3x3 pixels, stride 2, one pixel of border that does not count. */
    static double[][][] maxPool(double[][][] x) {
        double[][][] y = new double[x.length][(x[0].length + 1) / 2][(x[0][0].length + 1) / 2];
        for (int c = 0; c < x.length; c++) {
            for (int row = 0; row < y[0].length; row++) {
                for (int column = 0; column < y[0][0].length; column++) {
                    double highest = Double.NEGATIVE_INFINITY;
                    for (int k = 0; k < 9; k++) {
                        int r = 2 * row - 1 + k / 3;
                        int s = 2 * column - 1 + k % 3;
                        boolean inside = r >= 0 && r < x[0].length && s >= 0 && s < x[0][0].length;
                        highest = Math.max(highest, inside ? x[c][r][s] : Double.NEGATIVE_INFINITY);
                    }
                    y[c][row][column] = highest;
                }
            }
        }
        return y;
    }

    /** Of 2x2 pixels. */
    static double[][][] averagePool(double[][][] x) {
        double[][][] y = new double[x.length][x[0].length / 2][x[0][0].length / 2];
        for (int c = 0; c < x.length; c++) {
            for (int row = 0; row < y[0].length; row++) {
                for (int column = 0; column < y[0][0].length; column++) {
                    y[c][row][column] = (x[c][2 * row][2 * column] + x[c][2 * row][2 * column + 1]
                            + x[c][2 * row + 1][2 * column] + x[c][2 * row + 1][2 * column + 1]) / 4;
                }
            }
        }
        return y;
    }

    private interface ChannelFunction {
        double of(int channel, double value);
    }

    private static double[][][] map(double[][][] x, ChannelFunction function) {
        double[][][] y = new double[x.length][x[0].length][x[0][0].length];
        for (int c = 0; c < x.length; c++) {
            for (int row = 0; row < x[0].length; row++) {
                for (int column = 0; column < x[0][0].length; column++) {
                    y[c][row][column] = function.of(c, x[c][row][column]);
                }
            }
        }
        return y;
    }

    private static double at(double[][] plane, int row, int column) {
        return row >= 0 && row < plane.length && column >= 0 && column < plane[0].length ? plane[row][column] : 0;
    }
}
