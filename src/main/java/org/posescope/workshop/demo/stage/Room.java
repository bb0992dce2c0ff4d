package org.posescope.workshop.demo.stage;

import org.posescope.body.math.Vec3;
import org.posescope.draw.raster.Argb;

/**
 * The room: a floor of oak boards, a plastered wall with a skirting board and two pictures, lit from the upper left. Painted
 * once, without the people. World coordinates, metres.
 */
final class Room {
    static final double WALL = -2.6;

    private static final double SKIRTING = 0.11;
    private static final double BOARD = 0.15;
    private static final double BOARD_LENGTH = 1.9;
    private static final double GAP = 0.0022;
    private static final Vec3 OAK = new Vec3(0.40, 0.27, 0.165);
    private static final Vec3 PLASTER = new Vec3(0.50, 0.49, 0.455);
    private static final Vec3 WHITE = new Vec3(0.68, 0.67, 0.64);
    private static final Frame[] PICTURES = {
        new Frame(-1.75, 1.42, 0.34, 0.46, new Vec3(0.10, 0.22, 0.27), new Vec3(0.62, 0.40, 0.20)),
        new Frame(1.62, 1.50, 0.52, 0.36, new Vec3(0.42, 0.20, 0.13), new Vec3(0.13, 0.20, 0.16))};

    private final StageCamera camera;

    /** A framed picture of two fields of colour on the wall: its middle, half its size, linear colours. */
    private record Frame(double x, double y, double halfWidth, double halfHeight, Vec3 upper, Vec3 lower) {
        private static final double WOOD = 0.028;
        private static final double MOUNT = 0.10;

        /** How far a point lies inside the outer edge, negative outside. */
        double inside(double px, double py) {
            return Math.min(halfWidth - Math.abs(px - x), halfHeight - Math.abs(py - y));
        }

        Vec3 color(double px, double py, double depth) {
            if (depth < WOOD) {
                return new Vec3(0.055, 0.042, 0.034);
            }
            if (depth < MOUNT) {
                return new Vec3(0.70, 0.69, 0.65);
            }
            double horizon = y - 0.1 * halfHeight + 0.05 * Math.sin(7 * (px - x));
            return (py > horizon ? upper : lower).times(0.92 + 0.1 * noise(40 * px, 90 * py));
        }
    }

    Room(StageCamera camera) {
        this.camera = camera;
    }

    /** Row-major opaque colours. */
    int[] paint() {
        int width = camera.lens().width();
        int height = camera.lens().height();
        int[] picture = new int[width * height];
        for (int k = 0; k < picture.length; k++) {
            int column = k % width;
            int row = k / width;
            Vec3 light = seen(column + 0.5, row + 0.5);
            double dither = hash(column, row) / 2;
            picture[k] = Argb.opaque(channel(light.x(), dither), channel(light.y(), dither),
                    channel(light.z(), dither));
        }
        return picture;
    }

    private static int channel(double light, double dither) {
        return Math.clamp(Math.round(Argb.encode(light) + dither), 0, 255);
    }

    private Vec3 seen(double column, double row) {
        Vec3 ray = camera.ray(column, row);
        double toWall = (WALL - camera.position().z()) / ray.z();
        double toFloor = ray.y() < 0 ? -camera.position().y() / ray.y() : Double.POSITIVE_INFINITY;
        Vec3 place = camera.position().plus(Math.min(toWall, toFloor), ray);
        return toFloor < toWall ? floor(place) : wall(place);
    }

    private static Vec3 floor(Vec3 p) {
        double across = p.x() / BOARD;
        int number = (int) Math.floor(across);
        double along = p.z() / BOARD_LENGTH + 0.37 * number + 0.21 * hash(number, 3);
        int piece = (int) Math.floor(along);
        double tone = 1 + 0.22 * hash(number, piece);
        double grain = 0.10 * noise(90 * p.x() + 6 * noise(3 * p.x() + number, 1.1 * p.z()), 2.4 * p.z() + 17 * number)
                + 0.05 * noise(260 * p.x(), 7 * p.z());
        double toEdge = Math.min(Math.min(across - number, number + 1 - across) * BOARD,
                Math.min(along - piece, piece + 1 - along) * BOARD_LENGTH);
        double gap = toEdge < GAP ? 0.45 : 1;
        double pool = 0.62
                + 0.62 * Math.exp(-0.11 * (p.x() + 0.3) * (p.x() + 0.3) - 0.10 * (p.z() - 0.2) * (p.z() - 0.2));
        double corner = 1 - 0.42 * Math.exp(-(p.z() - WALL) / 0.16);
        return OAK.times(Math.max(0, tone + grain) * gap * pool * corner);
    }

    private static Vec3 wall(Vec3 p) {
        double pool = 0.50
                + 0.62 * Math.exp(-0.10 * (p.x() + 0.7) * (p.x() + 0.7) - 0.22 * (p.y() - 1.7) * (p.y() - 1.7));
        double corner = 1 - 0.30 * Math.exp(-p.y() / 0.2);
        if (p.y() < SKIRTING) {
            double groove = Math.abs(p.y() - 0.085) < 0.004 ? 0.7 : 1;
            return WHITE.times(pool * groove * (0.72 + 2.2 * p.y()));
        }
        for (Frame picture : PICTURES) {
            double depth = picture.inside(p.x(), p.y());
            if (depth > 0) {
                return picture.color(p.x(), p.y(), depth).times(pool);
            }
            // The frame stands off the wall and shades it below and to the right.
            double shade = picture.inside(p.x() - 0.03, p.y() + 0.035);
            pool *= 1 - 0.34 * Math.clamp((shade + 0.02) / 0.04, 0, 1);
        }
        double plaster = 1 + 0.02 * noise(9 * p.x(), 9 * p.y()) + 0.012 * noise(60 * p.x(), 60 * p.y());
        return PLASTER.times(pool * corner * plaster);
    }

    /** Smooth noise, -1 to 1, changing over lengths of about 1. */
    private static double noise(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double u = x - column;
        double v = y - row;
        u *= u * (3 - 2 * u);
        v *= v * (3 - 2 * v);
        double upper = hash(column, row) + u * (hash(column + 1, row) - hash(column, row));
        double lower = hash(column, row + 1) + u * (hash(column + 1, row + 1) - hash(column, row + 1));
        return upper + v * (lower - upper);
    }

    /** A number between -1 and 1 that looks random. */
    private static double hash(int a, int b) {
        int h = a * 0x27d4eb2d + b * 0x165667b1;
        h = (h ^ (h >>> 15)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return (h ^ (h >>> 16)) / (double) (1L << 31);
    }
}
