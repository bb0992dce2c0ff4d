package org.posescope.record.measure;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;

import org.posescope.record.motion.Motion;

/**
 * Curves over the time of a motion as SVG. Where there are more values than the plot has columns, the extremes of each column are drawn.
 *
 * @param curves one or two, a value a frame, NaN where there is none
 * @param shades what is normal, behind them; of each lower and upper bounds, a value a frame, NaN where they are not known
 */
record AnglePlot(Motion motion, List<double[]> curves, List<Shade> shades) {
    private static final int WIDTH = 520;
    private static final int HEIGHT = 170;
    private static final int LEFT = 44;
    private static final int RIGHT = 8;
    private static final int TOP = 8;
    private static final int BOTTOM = 22;
    private static final double LEAST_RANGE = 10;
    private static final int MOST_LINES = 5;
    private static final double[] STEPS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 45, 60, 90, 180, 360, 600, 1800, 3600};
    private static final List<String> COLOURS = List.of("#1f6fd0", "#e07b00");

    AnglePlot {
        curves = List.copyOf(curves);
        shades = List.copyOf(shades);
    }

    /** What is normal for a curve. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Shade(int curve, double[] low, double[] high) {}

    String svg() {
        double low = extreme(Math::min, Double.POSITIVE_INFINITY);
        double high = extreme(Math::max, Double.NEGATIVE_INFINITY);
        double middle = low <= high ? (low + high) / 2 : 0;
        double half = Math.max(LEAST_RANGE, low <= high ? 1.1 * (high - low) : 0) / 2;
        Scale scale = new Scale(middle - half, middle + half);
        StringBuilder svg = new StringBuilder(
                String.format(Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\">", WIDTH, HEIGHT));
        double step = step(scale.high - scale.low);
        for (double value = step * Math.ceil(scale.low / step); value <= scale.high; value += step) {
            line(svg, LEFT, scale.y(value), WIDTH - RIGHT, scale.y(value), Math.abs(value) < step / 2);
            text(svg, LEFT - 5, scale.y(value) + 4, "end", number(value, step) + "°");
        }
        shades.forEach(shade -> shade(svg, shade, scale));
        double length = motion.seconds(Math.max(1, motion.frames() - 1));
        double seconds = step(length);
        for (double time = 0; time <= length; time += seconds) {
            line(svg, x(time), TOP, x(time), HEIGHT - BOTTOM, false);
            text(svg, x(time), HEIGHT - 7, "middle", number(time, seconds) + " s");
        }
        for (int i = curves.size() - 1; i >= 0; i--) {
            svg.append("<path fill=\"none\" stroke-width=\"1.6\" stroke-linejoin=\"round\" stroke=\"")
                    .append(COLOURS.get(i)).append("\" d=\"").append(path(curves.get(i), scale)).append("\"/>");
        }
        return svg.append("</svg>").toString();
    }

    private record Scale(double low, double high) {
        double y(double value) {
            return TOP + (HEIGHT - TOP - BOTTOM) * (high - value) / (high - low);
        }
    }

    private double x(double seconds) {
        return LEFT + (WIDTH - LEFT - RIGHT) * seconds / motion.seconds(Math.max(1, motion.frames() - 1));
    }

    private String path(double[] values, Scale scale) {
        StringBuilder path = new StringBuilder();
        int stride = Math.max(1, 2 * values.length / WIDTH);
        boolean drawing = false;
        for (int from = 0; from < values.length; from += stride) {
            int low = -1;
            int high = -1;
            for (int i = from; i < Math.min(values.length, from + stride); i++) {
                if (!Double.isNaN(values[i])) {
                    low = low < 0 || values[i] < values[low] ? i : low;
                    high = high < 0 || values[i] > values[high] ? i : high;
                }
            }
            if (low < 0) {
                drawing = false;
                continue;
            }
            point(path, drawing, Math.min(low, high), values, scale);
            if (low != high) {
                point(path, true, Math.max(low, high), values, scale);
            }
            drawing = true;
        }
        return path.toString();
    }

    /** A polygon for each stretch in which the bounds are known. */
    private void shade(StringBuilder svg, Shade shade, Scale scale) {
        int stride = Math.max(1, shade.low.length / WIDTH);
        for (int from = 0; from < shade.low.length; from++) {
            if (Double.isNaN(shade.low[from])) {
                continue;
            }
            int to = from;
            while (to + 1 < shade.low.length && !Double.isNaN(shade.low[to + 1])) {
                to++;
            }
            StringBuilder path = new StringBuilder();
            for (int i = from; i < to + stride; i += stride) {
                point(path, i > from, Math.min(i, to), shade.low, scale);
            }
            for (int i = to; i > from - stride; i -= stride) {
                point(path, true, Math.max(i, from), shade.high, scale);
            }
            svg.append("<path stroke=\"none\" fill-opacity=\"0.16\" fill=\"").append(COLOURS.get(shade.curve))
                    .append("\" d=\"").append(path).append("Z\"/>");
            from = to;
        }
    }

    private void point(StringBuilder path, boolean drawing, int frame, double[] values, Scale scale) {
        path.append(String.format(Locale.ROOT, "%s%.1f %.1f", drawing ? "L" : "M", x(motion.seconds(frame)),
                scale.y(values[frame])));
    }

    private double extreme(DoubleBinaryOperator better, double start) {
        double best = start;
        for (double[] curve : Stream.concat(curves.stream(),
                shades.stream().flatMap(shade -> Stream.of(shade.low, shade.high))).toList()) {
            for (double value : curve) {
                best = Double.isNaN(value) ? best : better.applyAsDouble(best, value);
            }
        }
        return best;
    }

    private static double step(double range) {
        for (double step : STEPS) {
            if (range / step <= MOST_LINES) {
                return step;
            }
        }
        return range / MOST_LINES;
    }

    private static String number(double value, double step) {
        return String.format(Locale.ROOT, step < 1 ? "%.1f" : "%.0f", value == 0 ? 0 : value);
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2, boolean zero) {
        svg.append(String.format(Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>", x1, y1, x2, y2,
                zero ? "#8a93a1" : "#e3e7ed"));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String content) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor,
                content));
    }
}
