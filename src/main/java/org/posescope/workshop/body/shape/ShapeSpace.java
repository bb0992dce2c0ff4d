package org.posescope.workshop.body.shape;

import java.util.Arrays;
import java.util.List;

import org.posescope.body.math.SymmetricEigen;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.mesh.Triangle;

/**
 * The directions in which bodies differ: orthogonal, each as long as the standard deviation of the population along it, so
 * that betas have variance 1. The first is how the body changes with stature, positive for taller; the others are the
 * principal components of what is left, positive for more volume. Immutable.
 */
public final class ShapeSpace {
    public static final int COMPONENTS = 10;

    private final double[][] directions;

    private ShapeSpace(double[][] directions) {
        this.directions = directions;
    }

    /**
     * Finds the directions.
     *
     * @param people    surfaces of the population in T-pose
     * @param triangles of the surface
     */
    public static ShapeSpace of(List<Vec3[]> people, int[][] triangles) {
        double[][] shapes = people.stream().map(ShapeSpace::centered).toArray(double[][]::new);
        double[] mean = new double[shapes[0].length];
        for (double[] shape : shapes) {
            addTo(mean, 1.0 / shapes.length, shape);
        }
        for (double[] shape : shapes) {
            addTo(shape, -1, mean);
        }
        double[][] directions = new double[COMPONENTS][];
        directions[0] = takeOut(shapes, withStature(shapes, people));
        double[][] principal = SymmetricEigen.vectors(gram(shapes));
        for (int component = 1; component < COMPONENTS; component++) {
            double[] direction = sum(shapes, principal[component - 1]);
            boolean thinner = volumeChange(mean, direction, triangles) < 0;
            directions[component] = takeOut(shapes,
                    thinner ? Arrays.stream(direction).map(x -> -x).toArray() : direction);
        }
        return new ShapeSpace(directions);
    }

    /** Metres along a coordinate (3V: x, y, z of each vertex) for a beta of 1. */
    public double change(int component, int coordinate) {
        return directions[component][coordinate];
    }

    /** From the soles to the top of the head. */
    static double stature(Vec3[] points) {
        return Arrays.stream(points).mapToDouble(Vec3::y).max().orElseThrow()
                - Arrays.stream(points).mapToDouble(Vec3::y).min().orElseThrow();
    }

    /** The covariance of the shapes with their stature. */
    private static double[] withStature(double[][] shapes, List<Vec3[]> people) {
        double mean = people.stream().mapToDouble(ShapeSpace::stature).average().orElseThrow();
        return sum(shapes, people.stream().mapToDouble(person -> stature(person) - mean).toArray());
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

    private static double[][] gram(double[][] shapes) {
        double[][] gram = new double[shapes.length][shapes.length];
        for (int r = 0; r < shapes.length; r++) {
            for (int c = 0; c <= r; c++) {
                gram[r][c] = dot(shapes[r], shapes[c]);
                gram[c][r] = gram[r][c];
            }
        }
        return gram;
    }

    private static double[] centered(Vec3[] points) {
        Vec3 middle = Vec3.mean(points);
        return Arrays.stream(points).map(p -> p.minus(middle)).flatMapToDouble(p -> Arrays.stream(
                new double[] {p.x(), p.y(), p.z()})).toArray();
    }

    /** How the volume inside the surface grows along a direction: the flux of the direction through it. */
    private static double volumeChange(double[] shape, double[] direction, int[][] triangles) {
        double sum = 0;
        for (int[] t : triangles) {
            Vec3 normal = Triangle.normal(at(shape, t[0]), at(shape, t[1]), at(shape, t[2]));
            for (int v : t) {
                sum += normal.dot(at(direction, v));
            }
        }
        return sum;
    }

    private static Vec3 at(double[] coordinates, int vertex) {
        return new Vec3(coordinates[3 * vertex], coordinates[3 * vertex + 1], coordinates[3 * vertex + 2]);
    }

    private static double[] sum(double[][] shapes, double[] factors) {
        double[] sum = new double[shapes[0].length];
        for (int k = 0; k < shapes.length; k++) {
            addTo(sum, factors[k], shapes[k]);
        }
        return sum;
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
