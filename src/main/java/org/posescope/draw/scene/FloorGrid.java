package org.posescope.draw.scene;

import java.util.OptionalDouble;

import org.posescope.draw.raster.Argb;
import org.posescope.pose.Vector3;

/**
 * The empty stage: a background that is lighter in the middle, and a floor with lines every metre and half metre that fade
 * with the distance. Lines are filtered over the area that a pixel sees, so that they do not flicker far away.
 */
final class FloorGrid {
    private static final double METRE_LINE = 0.012;
    private static final double HALF_METRE_LINE = 0.006;
    private static final double AXIS_LINE = 0.018;
    /** Distance from the target at which the floor has faded to a third, metres. */
    private static final double FADE = 3.2;

    /** Where the floor has faded to less than this it is left out. */
    private static final double INVISIBLE = 0.004;

    private final StageColors colors;
    private final int width;
    private final int height;
    private final int[] background;

    FloorGrid(int width, int height, StageColors colors) {
        this.colors = colors;
        this.width = width;
        this.height = height;
        this.background = new int[Math.multiplyExact(width, height)];
        for (int i = 0; i < background.length; i++) {
            background[i] = background(i % width, i / width);
        }
    }

    private int background(int x, int y) {
        double dx = (x + 0.5) / width - 0.5;
        double dy = (y + 0.5) / height - 0.45;
        return dithered(colors.centre(), colors.border(), Math.min(1, 1.9 * (dx * dx + dy * dy)), x, y);
    }

    /** Paints opaque colours, row-major, {@code width * height} of them. */
    void paint(OrbitCamera orbit, OptionalDouble floor, int[] out) {
        System.arraycopy(background, 0, out, 0, background.length);
        floor.ifPresent(y -> paintFloor(orbit, y, out));
    }

    private void paintFloor(OrbitCamera orbit, double floor, int[] out) {
        FloorRows row = new FloorRows(orbit, width, height, floor);
        FloorRows below = new FloorRows(orbit, width, height, floor);
        for (int y = 0; y < height; y++) {
            if (row.at(y + 0.5) && below.at(y + 1.5)) {
                paintRow(row, below, orbit.target(), out, y * width);
            }
        }
    }

    private void paintRow(FloorRows row, FloorRows below, Vector3 target, int[] out, int start) {
        double x = row.x();
        double z = row.z();
        double downX = below.x() - x;
        double downZ = below.z() - z;
        double downXPerColumn = below.xPerColumn() - row.xPerColumn();
        double downZPerColumn = below.zPerColumn() - row.zPerColumn();
        double acrossX = Math.abs(row.xPerColumn());
        double acrossZ = Math.abs(row.zPerColumn());
        for (int i = 0; i < width; i++) {
            double awayX = x - target.x();
            double awayZ = z - target.z();
            double away = (awayX * awayX + awayZ * awayZ) / (FADE * FADE);
            double fade = 1 / (1 + away + 0.5 * away * away);
            if (fade > INVISIBLE) {
                out[start + i] = floor(out[start + i], fade, x, z, acrossX + Math.abs(downX),
                        acrossZ + Math.abs(downZ));
            }
            x += row.xPerColumn();
            z += row.zPerColumn();
            downX += downXPerColumn;
            downZ += downZPerColumn;
        }
    }

    /** A mix with a little noise, without which dark gradients show steps (interleaved gradient noise, Jimenez 2014). */
    private static int dithered(int from, int to, double amount, int x, int y) {
        double seed = 0.06711056 * x + 0.00583715 * y;
        double noise = 52.9829189 * (seed - Math.floor(seed));
        double offset = noise - Math.floor(noise) - 0.5;
        double span = Math.abs(Argb.green(to) - Argb.green(from));
        return Argb.mix(from, to, amount + offset / span);
    }

    private int floor(int ground, double fade, double x, double z, double spanX, double spanZ) {
        double weight = 256 * fade;
        int color = Argb.blend(ground, colors.floor(), (int) (0.55 * weight));
        if (!touchesLine(x, spanX) && !touchesLine(z, spanZ)) {
            return color;
        }
        double metres = either(line(x, spanX, METRE_LINE, 1), line(z, spanZ, METRE_LINE, 1));
        double halves = either(line(x, spanX, HALF_METRE_LINE, 2), line(z, spanZ, HALF_METRE_LINE, 2));
        color = Argb.blend(color, colors.line(), (int) ((0.14 * halves + 0.36 * metres) * weight));
        color = Argb.blend(color, colors.xAxis(), (int) (0.75 * single(z, spanZ) * weight));
        return Argb.blend(color, colors.zAxis(), (int) (0.75 * single(x, spanX) * weight));
    }

    /** Whether any line may be in a pixel's span; most pixels of a near floor see none. */
    private static boolean touchesLine(double at, double span) {
        return Math.abs(at - Math.rint(2 * at) / 2) <= (span + AXIS_LINE) / 2;
    }

    /** What two independent coverages cover together. */
    private static double either(double a, double b) {
        return a + b - a * b;
    }

    /** The share of a pixel's span that lies on lines of the given thickness, {@code perMetre} of them. */
    private static double line(double at, double span, double thickness, double perMetre) {
        double share = thickness * perMetre;
        double from = (at - span / 2) * perMetre + share / 2;
        double to = (at + span / 2) * perMetre + share / 2;
        return (covered(to, share) - covered(from, share)) / (span * perMetre);
    }

    /** Length of the lines between 0 and {@code v}, where one line of the given share starts at each whole number. */
    private static double covered(double v, double share) {
        double whole = Math.floor(v);
        return whole * share + Math.min(v - whole, share);
    }

    /** The share of a pixel's span that lies on the axis. */
    private static double single(double at, double span) {
        double from = Math.max(at - span / 2, -AXIS_LINE / 2);
        double to = Math.min(at + span / 2, AXIS_LINE / 2);
        return Math.max(0, to - from) / span;
    }
}
