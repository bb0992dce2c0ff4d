package org.posescope.draw.raster;

/** A straight line of no width between two points, or one point. */
final class Segment implements Figure {
    private final EdgeProfile profile = new EdgeProfile();
    private double x;
    private double y;
    private double directionX;
    private double directionY;
    private double length;
    private double alongPerRow;

    Segment set(double x0, double y0, double x1, double y1) {
        x = x0;
        y = y0;
        length = Math.hypot(x1 - x0, y1 - y0);
        directionX = length > 0 ? (x1 - x0) / length : 1;
        directionY = length > 0 ? (y1 - y0) / length : 0;
        alongPerRow = 1 / directionY;
        profile.set(directionY, directionX);
        return this;
    }

    @Override
    public void covered(int row, int from, int to, double near, double far, float[] out) {
        double dy = row + 0.5 - y;
        for (int column = from; column <= to; column++) {
            double dx = column + 0.5 - x;
            double along = dx * directionX + dy * directionY;
            if (along >= 0 && along <= length) {
                double distance = Math.abs(dx * directionY - dy * directionX);
                out[column - from] = profile.band(distance, near, far);
            } else {
                double ex = along < 0 ? dx : dx - length * directionX;
                double ey = along < 0 ? dy : dy - length * directionY;
                out[column - from] = EdgeProfile.linearBand(Math.sqrt(ex * ex + ey * ey), near, far);
            }
        }
    }

    @Override
    public double left(double row, double level) {
        return edge(row, level, -1);
    }

    @Override
    public double right(double row, double level) {
        return edge(row, level, 1);
    }

    /**
     * The extreme of {@code px(t) + side * sqrt(level^2 - (row - py(t))^2)} over the points of the line. It is concave in t,
     * so the point where its derivative is zero, which lies on the straight border, only has to be clamped to the line.
     */
    private double edge(double row, double level, int side) {
        if (level < 0) {
            return -side * Double.POSITIVE_INFINITY;
        }
        double along = directionX * side > 0 ? length : 0;
        if (directionY != 0) {
            double touching = row - y + (directionY > 0 ? side : -side) * level * directionX;
            along = touching * alongPerRow;
            if (along > 0 && along < length) {
                return x + along * directionX + side * level * Math.abs(directionY);
            }
            along = along > 0 ? length : 0;
        }
        double off = row - (y + along * directionY);
        double rest = level * level - off * off;
        return rest < 0 ? -side * Double.POSITIVE_INFINITY : x + along * directionX + side * Math.sqrt(rest);
    }

    @Override
    public double reach() {
        return profile.reach();
    }

    @Override
    public double top() {
        return Math.min(y, y + length * directionY);
    }

    @Override
    public double bottom() {
        return Math.max(y, y + length * directionY);
    }
}
