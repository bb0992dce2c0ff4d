package org.posescope.draw.raster;

/** An upright rectangle with circular corners. */
final class RoundedRect implements Figure {
    private double centerX;
    private double centerY;
    private double halfWidth;
    private double halfHeight;
    private double radius;

    /** Corners are given in any order; the radius is limited to half of the shorter side. */
    RoundedRect set(double x0, double y0, double x1, double y1, double cornerRadius) {
        centerX = (x0 + x1) / 2;
        centerY = (y0 + y1) / 2;
        halfWidth = Math.abs(x1 - x0) / 2;
        halfHeight = Math.abs(y1 - y0) / 2;
        radius = Math.clamp(cornerRadius, 0, Math.min(halfWidth, halfHeight));
        return this;
    }

    @Override
    public void covered(int row, int from, int to, double near, double far, float[] out) {
        double dy = Math.abs(row + 0.5 - centerY) - (halfHeight - radius);
        float beside = EdgeProfile.linearBand(dy - radius, near, far);
        for (int column = from; column <= to; column++) {
            double dx = Math.abs(column + 0.5 - centerX) - (halfWidth - radius);
            if (dx <= Math.min(dy, 0)) {
                out[column - from] = beside;
            } else if (dy <= 0) {
                out[column - from] = EdgeProfile.linearBand(dx - radius, near, far);
            } else {
                out[column - from] = EdgeProfile.linearBand(Math.sqrt(dx * dx + dy * dy) - radius, near, far);
            }
        }
    }

    @Override
    public double left(double row, double level) {
        return centerX - halfChord(row, level);
    }

    @Override
    public double right(double row, double level) {
        return centerX + halfChord(row, level);
    }

    private double halfChord(double row, double level) {
        double off = Math.abs(row - centerY);
        double half = halfWidth + level;
        if (half < 0 || off > halfHeight + level) {
            return Double.NEGATIVE_INFINITY;
        }
        double reach = radius + level;
        double intoCorner = off - (halfHeight - radius);
        if (reach <= 0 || intoCorner <= 0) {
            return half;
        }
        return halfWidth - radius + Math.sqrt(Math.max(0, reach * reach - intoCorner * intoCorner));
    }

    @Override
    public double reach() {
        return 0.5;
    }

    @Override
    public double top() {
        return centerY - halfHeight;
    }

    @Override
    public double bottom() {
        return centerY + halfHeight;
    }
}
