package org.posescope.pose.heatmap;

/** Where between the cells of a heatmap a point lies whose map is highest at one of them. */
enum PeakRefinement {
    /** A quarter of a cell towards the higher neighbour (deep-high-resolution-net.pytorch, {@code get_final_preds}). */
    QUARTER {
        @Override
        Shift shift(float[] cells, int map, int rows, int columns, int row, int column) {
            // The condition is the authors': whoever is next to the border stays.
            if (1 < column && column < columns - 1 && 1 < row && row < rows - 1) {
                int at = map + row * columns + column;
                return new Shift(CELL_PART * Math.signum(cells[at + 1] - cells[at - 1]),
                        CELL_PART * Math.signum(cells[at + columns] - cells[at - columns]));
            }
            return Shift.NONE;
        }
    },
    /** Zhang et al. 2020 (DarkPose, {@code taylor}; mmpose, {@code refine_keypoints_dark}): second differences over four cells. */
    DARK {
        @Override
        Shift shift(float[] cells, int map, int rows, int columns, int row, int column) {
            if (!(1 < column && column < columns - 2 && 1 < row && row < rows - 2)) {
                return Shift.NONE;
            }
            SmoothLogarithms logs = new SmoothLogarithms(cells, map, rows, columns, 1e-10, Float.MAX_VALUE);
            double here = logs.at(row, column);
            double dxx = 0.25 * (logs.at(row, column + 2) - 2 * here + logs.at(row, column - 2));
            double dyy = 0.25 * (logs.at(row + 2, column) - 2 * here + logs.at(row - 2, column));
            double dxy = 0.25 * (logs.at(row + 1, column + 1) - logs.at(row - 1, column + 1)
                    - logs.at(row + 1, column - 1) + logs.at(row - 1, column - 1));
            return Shift.toTop(logs, row, column, dxx, dxy, dyy);
        }
    },
    /** Huang et al. 2020 (mmpose, {@code refine_keypoints_dark_udp}): differences of neighbours, up to the border. */
    UDP {
        @Override
        Shift shift(float[] cells, int map, int rows, int columns, int row, int column) {
            SmoothLogarithms logs = new SmoothLogarithms(cells, map, rows, columns, 1e-3, 50);
            double here = logs.at(row, column);
            double right = logs.at(row, column + 1);
            double left = logs.at(row, column - 1);
            double below = logs.at(row + 1, column);
            double above = logs.at(row - 1, column);
            double dxy = 0.5 * (logs.at(row + 1, column + 1) - right - below + 2 * here - left - above
                    + logs.at(row - 1, column - 1));
            return Shift.toTop(logs, row, column, right - 2 * here + left + EPSILON, dxy,
                    below - 2 * here + above + EPSILON);
        }

        @Override
        int units(int cells) {
            return cells - 1;
        }
    };

    private static final float CELL_PART = 0.25f;
    /** The authors add it so that a level map can be divided by. */
    private static final double EPSILON = Math.ulp(1f);

    /** In cells. */
    record Shift(float x, float y) {
        static final Shift NONE = new Shift(0, 0);

        /** To where a parabola with these second derivatives has no slope. */
        static Shift toTop(SmoothLogarithms logs, int row, int column, double dxx, double dxy, double dyy) {
            double dx = 0.5 * (logs.at(row, column + 1) - logs.at(row, column - 1));
            double dy = 0.5 * (logs.at(row + 1, column) - logs.at(row - 1, column));
            double determinant = dxx * dyy - dxy * dxy;
            return determinant == 0
                    ? NONE
                    : new Shift((float) ((dxy * dy - dyy * dx) / determinant),
                            (float) ((dxy * dx - dxx * dy) / determinant));
        }
    }

    /**
     * From a map's highest cell to the point.
     *
     * @param map place of the map's first cell among those of all
     */
    abstract Shift shift(float[] cells, int map, int rows, int columns, int row, int column);

    /** How many cells are the whole side of the picture: with UDP from the centre of the first cell to that of the last. */
    int units(int cells) {
        return cells;
    }
}
