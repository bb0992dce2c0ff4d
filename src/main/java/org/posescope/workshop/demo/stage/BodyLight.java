package org.posescope.workshop.demo.stage;

import java.util.ArrayList;
import java.util.List;

import org.posescope.body.math.Vec3;
import org.posescope.draw.raster.Argb;

/**
 * The light that people take from themselves and each other: shadows of the key light, and less light from around where little
 * of it is open (ambient occlusion). The renderer knows no shadows, so vertices that get less light get a darker colour. In
 * the frame of the camera.
 */
public final class BodyLight {
    private static final int DIRECTIONS = 24;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
    private static final int KEY_RADIUS = 2;
    private static final int SKY_RADIUS = 1;
    private static final int SMOOTHING = 2;
    /** What the renderer's lights give to a surface turned to the key light, and to one turned away. */
    private static final double KEY = 0.92;
    private static final double AROUND = 0.34;
    private static final double GAMMA = 2.2;

    private final Vec3 toKey;
    private final DepthMap key;
    private final List<Vec3> directions = new ArrayList<>();
    private final List<DepthMap> sky = new ArrayList<>();

    /**
     * Directions are unit vectors.
     *
     * @param toKey to the key light
     * @param up    against gravity
     */
    public BodyLight(Vec3 toKey, Vec3 up) {
        this.toKey = toKey;
        key = new DepthMap(toKey);
        for (int k = 0; k < DIRECTIONS; k++) {
            double height = 1 - 2 * (k + 0.5) / DIRECTIONS;
            double around = Math.sqrt(1 - height * height);
            Vec3 direction = new Vec3(around * Math.cos(k * GOLDEN_ANGLE), height, around * Math.sin(k * GOLDEN_ANGLE));
            if (direction.dot(up) > -0.35) {
                directions.add(direction);
                sky.add(new DepthMap(direction));
            }
        }
    }

    /** Looks at people as they are draped now. */
    public void look(List<Costume> people) {
        key.look(people);
        sky.forEach(map -> map.look(people));
    }

    /** Writes the colours of a person's vertices, {@code 0xRRGGBB}, under this light. */
    public void shade(Costume person, int[] colors) {
        float[] light = new float[colors.length];
        for (int v = 0; v < light.length; v++) {
            light[v] = light(person.vertices(), person.normals(), 3 * v);
        }
        for (int round = 0; round < SMOOTHING; round++) {
            light = smoothed(light, person.neighbours());
        }
        for (int v = 0; v < light.length; v++) {
            colors[v] = dimmed(person.colors()[v], Math.pow(light[v], 1 / GAMMA));
        }
    }

    private float light(float[] vertices, float[] normals, int at) {
        Vec3 normal = new Vec3(normals[at], normals[at + 1], normals[at + 2]);
        double open = 0;
        double all = 0;
        for (int k = 0; k < directions.size(); k++) {
            double cosine = normal.dot(directions.get(k));
            if (cosine > 0) {
                all += cosine;
                open += cosine * sky.get(k).lit(vertices, at, SKY_RADIUS);
            }
        }
        double around = all > 0 ? open / all : 1;
        double direct = KEY * Math.max(0, normal.dot(toKey));
        double lit = direct > 0 ? key.lit(vertices, at, KEY_RADIUS) : 1;
        return (float) ((AROUND * around + direct * lit * (0.6 + 0.4 * around)) / (AROUND + direct));
    }

    private static float[] smoothed(float[] values, int[][] neighbours) {
        float[] result = values.clone();
        for (int v = 0; v < neighbours.length; v++) {
            if (neighbours[v].length > 0) {
                float sum = 0;
                for (int other : neighbours[v]) {
                    sum += values[other];
                }
                result[v] = 0.5f * (values[v] + sum / neighbours[v].length);
            }
        }
        return result;
    }

    private static int dimmed(int color, double factor) {
        return Argb.opaque((int) (Argb.red(color) * factor + 0.5), (int) (Argb.green(color) * factor + 0.5),
                (int) (Argb.blue(color) * factor + 0.5));
    }
}
