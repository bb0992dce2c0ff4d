package org.posescope.draw.text;

/**
 * Exact area coverage of polygons: every edge adds, to each pixel it crosses, the signed area between itself and the
 * pixel's right border; a running sum over a row then gives the covered area (the method of FreeType's smooth rasterizer
 * and of font-rs). y grows downwards.
 */
final class CoverageAccumulator {
    private final int width;
    private final int height;
    private final int stride;
    private final float[] area;

    CoverageAccumulator(int width, int height) {
        this.width = width;
        this.height = height;
        this.stride = width + 2;
        this.area = new float[stride * height];
    }

    /** Adds an edge of a closed polygon; all of it must lie inside. */
    void edge(double x0, double y0, double x1, double y1) {
        if (y0 == y1) {
            return;
        }
        double direction = y0 < y1 ? 1 : -1;
        double topX = y0 < y1 ? x0 : x1;
        double top = Math.min(y0, y1);
        double bottom = Math.max(y0, y1);
        double slope = (x1 - x0) / (y1 - y0);
        for (int row = (int) top; row < height && row < bottom; row++) {
            double from = Math.max(row, top);
            double to = Math.min(row + 1.0, bottom);
            double a = topX + (from - top) * slope;
            double b = topX + (to - top) * slope;
            rowEdge(row, Math.min(a, b), Math.max(a, b), direction * (to - from));
        }
    }

    /** An edge inside one row, from {@code left} to {@code right}, of signed height {@code rise}. */
    private void rowEdge(int row, double left, double right, double rise) {
        int base = row * stride;
        int first = (int) left;
        int last = (int) right;
        if (first == last) {
            double mean = (left + right) / 2 - first;
            area[base + first] += (float) (rise * (1 - mean));
            area[base + first + 1] += (float) (rise * mean);
            return;
        }
        double perPixel = rise / (right - left);
        double before = 0;
        for (int column = first; column <= last; column++) {
            double from = Math.max(left, column);
            double to = Math.min(right, column + 1.0);
            double part = (to - from) * perPixel;
            double inside = part * (column + 1 - (from + to) / 2);
            area[base + column] += (float) (before + inside);
            before = part - inside;
        }
        area[base + last + 1] += (float) before;
    }

    /** Coverage 0..255 of {@code width * height} pixels, for both directions of winding. */
    byte[] coverage() {
        byte[] result = new byte[width * height];
        for (int row = 0; row < height; row++) {
            float sum = 0;
            for (int column = 0; column < width; column++) {
                sum += area[row * stride + column];
                result[row * width + column] = (byte) Math.round(Math.min(1, Math.abs(sum)) * 255);
            }
        }
        return result;
    }
}
