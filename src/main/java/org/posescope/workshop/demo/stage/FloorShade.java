package org.posescope.workshop.demo.stage;

import java.util.Arrays;

import org.posescope.body.math.Vec3;
import org.posescope.draw.raster.Argb;

/**
 * The shadows of people on the floor, soft as under a large light: a map of what the key light does not reach, in layers that
 * are the more blurred the higher above the floor the body is that takes the light, and a map of what is close above the
 * floor and takes the light from around.
 */
final class FloorShade {
    private static final double LEFT = -3.4;
    private static final double BACK = Room.WALL;
    private static final double CELL = 0.02;
    private static final int COLUMNS = 340;
    private static final int ROWS = 260;
    private static final double[] LAYER_TOPS = {0.12, 0.45, 1.0, Double.POSITIVE_INFINITY};
    private static final int[] LAYER_BLURS = {1, 3, 5, 8};
    private static final double KEY_SHARE = 0.56;
    private static final double AROUND_SHARE = 0.62;
    private static final double AROUND_HEIGHT = 0.16;
    private static final int AROUND_BLUR = 4;
    private static final int BLURS = 3;

    private final StageCamera camera;
    private final Vec3 toKey;
    private final float[][] layers = new float[LAYER_TOPS.length][ROWS * COLUMNS];
    private final float[] around = new float[ROWS * COLUMNS];
    private final float[] line = new float[Math.max(COLUMNS, ROWS)];

    /**
     * @param camera that sees the floor, without roll
     * @param toKey  direction to the key light in the world
     */
    FloorShade(StageCamera camera, Vec3 toKey) {
        this.camera = camera;
        this.toKey = toKey;
    }

    void clear() {
        for (float[] layer : layers) {
            Arrays.fill(layer, 0);
        }
        Arrays.fill(around, 0);
    }

    /** Adds a person, draped in the camera's frame. */
    void add(Costume person) {
        float[] v = person.vertices();
        int[] triangles = person.triangles();
        Vec3[] world = new Vec3[v.length / 3];
        Arrays.setAll(world, k -> camera.toWorld(new Vec3(v[3 * k], v[3 * k + 1], v[3 * k + 2])));
        for (int t = 0; t < triangles.length; t += 3) {
            Vec3 a = world[triangles[t]];
            Vec3 normal = world[triangles[t + 1]].minus(a).cross(world[triangles[t + 2]].minus(a));
            Vec3 middle = Vec3.mean(a, world[triangles[t + 1]], world[triangles[t + 2]]);
            double height = Math.max(0, middle.y());
            // Half the area seen along the light: a closed surface takes the light twice, on its lit and its dark side.
            double seen = Math.abs(normal.dot(toKey)) / 4 / toKey.y();
            Vec3 shadow = middle.plus(-height / toKey.y(), toKey);
            splat(layers[layer(height)], shadow, seen / (CELL * CELL));
            double below = Math.abs(normal.y()) / 4;
            splat(around, middle, below / (CELL * CELL) * Math.exp(-height / AROUND_HEIGHT));
        }
    }

    private static int layer(double height) {
        int layer = 0;
        while (height > LAYER_TOPS[layer]) {
            layer++;
        }
        return layer;
    }

    private static void splat(float[] map, Vec3 place, double weight) {
        double u = (place.x() - LEFT) / CELL - 0.5;
        double w = (place.z() - BACK) / CELL - 0.5;
        if (u < 0 || w < 0 || u >= COLUMNS - 1 || w >= ROWS - 1) {
            return;
        }
        int column = (int) u;
        int row = (int) w;
        int at = row * COLUMNS + column;
        double right = u - column;
        double down = w - row;
        map[at] += (float) (weight * (1 - right) * (1 - down));
        map[at + 1] += (float) (weight * right * (1 - down));
        map[at + COLUMNS] += (float) (weight * (1 - right) * down);
        map[at + COLUMNS + 1] += (float) (weight * right * down);
    }

    /** Darkens the floor of a picture; the maps are used up. */
    void draw(int[] picture) {
        float[] light = light();
        int width = camera.lens().width();
        for (int y = 0; y < camera.lens().height(); y++) {
            Vec3 ray = camera.ray(0.5, y + 0.5);
            double reach = -camera.position().y() / ray.y();
            double depth = camera.position().z() + reach * ray.z();
            double w = (depth - BACK) / CELL - 0.5;
            if (ray.y() < 0 && w >= 0 && w < ROWS - 1) {
                double u = (camera.position().x() + reach * ray.x() - LEFT) / CELL - 0.5;
                darken(picture, y * width, light, u, reach / camera.lens().fx() / CELL, w);
            }
        }
    }

    private void darken(int[] picture, int start, float[] light, double first, double step, double w) {
        int row = (int) w;
        double down = w - row;
        for (int x = 0; x < camera.lens().width(); x++) {
            double u = first + x * step;
            int column = (int) u;
            if (u >= 0 && column < COLUMNS - 1) {
                int at = row * COLUMNS + column;
                double right = u - column;
                double upper = light[at] + right * (light[at + 1] - light[at]);
                double lower = light[at + COLUMNS] + right * (light[at + COLUMNS + 1] - light[at + COLUMNS]);
                double share = upper + down * (lower - upper);
                if (share < 1) {
                    picture[start + x] = Argb.blend(Argb.BLACK, picture[start + x], (int) (256 * share + 0.5));
                }
            }
        }
    }

    /** What is left of the light, as a factor on gamma-encoded channels. */
    private float[] light() {
        for (int k = 0; k < layers.length; k++) {
            blur(layers[k], LAYER_BLURS[k]);
        }
        blur(around, AROUND_BLUR);
        float[] light = new float[ROWS * COLUMNS];
        for (int k = 0; k < light.length; k++) {
            double covered = 0;
            for (float[] layer : layers) {
                covered += layer[k];
            }
            double key = KEY_SHARE * (1 - Math.exp(-1.2 * covered));
            double sky = AROUND_SHARE * (1 - Math.exp(-1.6 * around[k]));
            light[k] = (float) Math.pow((1 - key) * (1 - sky), 1 / 2.2);
        }
        return light;
    }

    private void blur(float[] map, int radius) {
        for (int k = 0; k < BLURS; k++) {
            for (int row = 0; row < ROWS; row++) {
                blur(map, row * COLUMNS, 1, COLUMNS, radius);
            }
            for (int column = 0; column < COLUMNS; column++) {
                blur(map, column, COLUMNS, ROWS, radius);
            }
        }
    }

    private void blur(float[] map, int start, int step, int count, int radius) {
        for (int k = 0; k < count; k++) {
            line[k] = map[start + k * step];
        }
        float sum = 0;
        for (int k = -radius; k < count; k++) {
            sum += k + radius < count ? line[k + radius] : 0;
            sum -= k - radius - 1 >= 0 ? line[k - radius - 1] : 0;
            if (k >= 0) {
                map[start + k * step] = sum / (2 * radius + 1);
            }
        }
    }
}
