package org.posescope.eval.coco;

/** People by size, in square pixels. */
enum AreaRange {
    ALL(0, 1e10), MEDIUM(32 * 32, 96 * 96), LARGE(96 * 96, 1e10);

    private final double least;
    private final double most;

    AreaRange(double least, double most) {
        this.least = least;
        this.most = most;
    }

    boolean contains(double area) {
        return area >= least && area <= most;
    }
}
