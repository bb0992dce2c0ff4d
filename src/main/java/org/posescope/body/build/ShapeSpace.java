package org.posescope.body.build;

import java.util.Arrays;
import java.util.List;

/**
 * The directions in which bodies differ: orthonormal, each scaled by the standard deviation of the population along it, so that betas
 * have unit variance. The first is how the body changes with stature (positive is taller); the others are the principal
 * components of what is left (positive is more volume).
 *
 * @param directions components x 3V, metres a unit of beta
 */
record ShapeSpace(double[][] directions) {
    static final int COMPONENTS = 10;

    /**
     * Finds the directions.
     *
     * @param people surfaces of the population in T-pose
     */
    static ShapeSpace of(List<Vec3[]> people, int[][] triangles) {
        double[][] shapes = people.stream().map(ShapeSpace::centered).toArray(double[][]::new);
        double[] mean = mean(shapes);
        for (double[] shape : shapes) {
            addTo(shape, -1, mean);
        }
        double[] stature = people.stream().mapToDouble(ShapeSpace::stature).toArray();
        double meanStature = Arrays.stream(stature).average().orElseThrow();
        double[] taller = new double[mean.length];
        for (int k = 0; k < shapes.length; k++) {
            addTo(taller, stature[k] - meanStature, shapes[k]);
        }
        double[][] directions = new double[COMPONENTS][];
        directions[0] = takeOut(shapes, taller);
        double[][] gram = new double[shapes.length][shapes.length];
        for (int r = 0; r < shapes.length; r++) {
            for (int c = 0; c <= r; c++) {
                gram[r][c] = dot(shapes[r], shapes[c]);
                gram[c][r] = gram[r][c];
            }
        }
        double[][] principal = SymmetricEigen.of(gram).vectors();
        for (int component = 1; component < COMPONENTS; component++) {
            double[] direction = new double[mean.length];
            for (int k = 0; k < shapes.length; k++) {
                addTo(direction, principal[component - 1][k], shapes[k]);
            }
            if (volumeChange(mean, direction, triangles) < 0) {
                Arrays.setAll(direction, k -> -direction[k]);
            }
            directions[component] = takeOut(shapes, direction);
        }
        return new ShapeSpace(directions);
    }

    /** Takes the part along a direction out of all shapes; gives the direction with the standard deviation as its length. */
    private static double[] takeOut(double[][] shapes, double[] direction) {
        double length = Math.sqrt(dot(direction, direction));
        double[] unit = Arrays.stream(direction).map(x -> x / length).toArray();
        double squares = 0;
        for (double[] shape : shapes) {
            double along = dot(shape, unit);
            squares += along * along;
            addTo(shape, -along, unit);
        }
        double deviation = Math.sqrt(squares / (shapes.length - 1));
        return Arrays.stream(unit).map(x -> deviation * x).toArray();
    }

    /** From the soles to the top of the head. */
    static double stature(Vec3[] points) {
        return Arrays.stream(points).mapToDouble(Vec3::y).max().orElseThrow()
                - Arrays.stream(points).mapToDouble(Vec3::y).min().orElseThrow();
    }

    /** The coordinates with their mean at the origin. */
    private static double[] centered(Vec3[] points) {
        Vec3 middle = middle(points);
        double[] flat = new double[3 * points.length];
        for (int v = 0; v < points.length; v++) {
            Vec3 p = points[v].minus(middle);
            flat[3 * v] = p.x();
            flat[3 * v + 1] = p.y();
            flat[3 * v + 2] = p.z();
        }
        return flat;
    }

    static Vec3 middle(Vec3[] points) {
        Vec3 sum = Vec3.ZERO;
        for (Vec3 p : points) {
            sum = sum.plus(p);
        }
        return sum.times(1.0 / points.length);
    }

    private static double[] mean(double[][] shapes) {
        double[] mean = new double[shapes[0].length];
        for (double[] shape : shapes) {
            addTo(mean, 1.0 / shapes.length, shape);
        }
        return mean;
    }

    /** How the volume inside the surface grows along a direction: the flux of the direction through it. */
    private static double volumeChange(double[] shape, double[] direction, int[][] triangles) {
        double sum = 0;
        for (int[] t : triangles) {
            Vec3 normal = EditableMesh.normal(at(shape, t[0]), at(shape, t[1]), at(shape, t[2]));
            for (int v : t) {
                sum += normal.dot(at(direction, v));
            }
        }
        return sum;
    }

    private static Vec3 at(double[] flat, int vertex) {
        return new Vec3(flat[3 * vertex], flat[3 * vertex + 1], flat[3 * vertex + 2]);
    }

    private static void addTo(double[] sum, double factor, double[] other) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += factor * other[k];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
