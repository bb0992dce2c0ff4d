package org.posescope.workshop.body.shape;

import java.util.Arrays;
import java.util.List;

import org.posescope.body.math.NormalEquations;
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

    private final double[] mean;
    private final double[][] directions;

    private ShapeSpace(double[] mean, double[][] directions) {
        this.mean = mean;
        this.directions = directions;
    }

    /**
     * Finds the directions.
     *
     * @param people    surfaces of the population in T-pose
     * @param triangles of the surface
     */
    public static ShapeSpace of(List<Vec3[]> people, int[][] triangles) {
        double[][] shapes = people.stream().map(person -> centered(person, Vec3.mean(person))).toArray(double[][]::new);
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
        return new ShapeSpace(mean, directions);
    }

    /**
     * The same directions for another surface of the same people, by least squares.
     *
     * @param own   their surfaces in T-pose, of which the directions were made
     * @param other their other surfaces, in the same places
     */
    public ShapeSpace of(List<Vec3[]> own, List<Vec3[]> other) {
        double[][] betas = own.stream().map(this::betas).toArray(double[][]::new);
        double[][] shapes = new double[own.size()][];
        Arrays.setAll(shapes, k -> centered(other.get(k), Vec3.mean(own.get(k))));
        double[] middle = new double[shapes[0].length];
        for (double[] shape : shapes) {
            addTo(middle, 1.0 / shapes.length, shape);
        }
        double[][] fitted = new double[COMPONENTS][middle.length];
        for (int k = 0; k < middle.length; k++) {
            NormalEquations equations = new NormalEquations(COMPONENTS, 0);
            for (int person = 0; person < shapes.length; person++) {
                equations.add(betas[person], shapes[person][k] - middle[k]);
            }
            double[] changes = equations.solve();
            for (int component = 0; component < COMPONENTS; component++) {
                fitted[component][k] = changes[component];
            }
        }
        return new ShapeSpace(middle, fitted);
    }

    private double[] betas(Vec3[] person) {
        double[] shape = centered(person, Vec3.mean(person));
        addTo(shape, -1, mean);
        return Arrays.stream(directions).mapToDouble(d -> dot(shape, d) / dot(d, d)).toArray();
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

    private static double[] centered(Vec3[] points, Vec3 middle) {
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
