package org.posescope.workshop.body.shape;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.posescope.body.math.NonNegativeLeastSquares;
import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.Rig;
import org.posescope.workshop.body.surface.BodySurface;

/**
 * Each joint as a weighted mean of the skin around it: non-negative weights of sum 1, right for the average body and fitted
 * over the population so that they follow the joint in every shape. Symmetric. Immutable.
 */
public final class JointRegressor {
    /** Directions are told apart by their unit vector's coordinates times this, rounded. */
    private static final double SECTORS = 1.5;
    private static final int PER_SECTOR = 6;
    private static final double MAX_DISTANCE = 0.22;
    /** How much the average body counts against the whole population. */
    private static final double AVERAGE_WEIGHT = 100;
    /** Keeps the sum at 1 against errors of millimetres. */
    private static final double SUM_WEIGHT = 100;
    /** Spreads the weights over many vertices rather than a few. */
    private static final double DAMPING = 1e-2;

    private final double[][] rows;

    private JointRegressor(double[][] rows) {
        this.rows = rows;
    }

    /**
     * Fits the weights.
     *
     * @param rig    whose joints
     * @param bodies surfaces in T-pose: the average body, then the population
     * @param joints their joints
     */
    public static JointRegressor fit(Rig rig, List<Vec3[]> bodies, List<Vec3[]> joints, BodySurface surface) {
        double[][] rows = new double[rig.size()][];
        for (int joint = 0; joint < rows.length; joint++) {
            int twin = rig.mirror(joint);
            if (twin >= joint) {
                int number = joint;
                double[] row = fit(bodies, joints.stream().map(all -> all[number]).toList());
                double[] image = IntStream.range(0, row.length).mapToDouble(v -> row[surface.mirror(v)]).toArray();
                if (twin == joint) {
                    Arrays.setAll(image, v -> 0.5 * (row[v] + image[v]));
                }
                rows[joint] = row;
                rows[twin] = image;
            }
        }
        return new JointRegressor(rows);
    }

    /** How much of a vertex is in a joint, 0..1. */
    public double weight(int joint, int vertex) {
        return rows[joint][vertex];
    }

    private static double[] fit(List<Vec3[]> bodies, List<Vec3> joint) {
        int[] skin = around(bodies.getFirst(), joint.getFirst());
        double[][] gram = new double[skin.length][skin.length];
        double[] right = new double[skin.length];
        for (int k = 0; k < bodies.size(); k++) {
            double weight = k == 0 ? AVERAGE_WEIGHT * (bodies.size() - 1) : 1;
            // Seen from the joint, the weighted mean is 0; what is left of the equations is that the sum is 1.
            Vec3 origin = joint.get(k);
            Vec3[] body = bodies.get(k);
            Vec3[] arms = Arrays.stream(skin).mapToObj(v -> body[v].minus(origin)).toArray(Vec3[]::new);
            for (int r = 0; r < skin.length; r++) {
                right[r] += weight * SUM_WEIGHT;
                for (int c = 0; c < skin.length; c++) {
                    gram[r][c] += weight * (arms[r].dot(arms[c]) + SUM_WEIGHT);
                }
            }
        }
        for (int r = 0; r < skin.length; r++) {
            gram[r][r] += DAMPING;
        }
        double[] weights = NonNegativeLeastSquares.solve(gram, right);
        double sum = Arrays.stream(weights).sum();
        double[] row = new double[bodies.getFirst().length];
        for (int r = 0; r < skin.length; r++) {
            row[skin[r]] = weights[r] / sum;
        }
        return row;
    }

    /** The nearest vertices in every direction, so that the joint lies between them. */
    private static int[] around(Vec3[] body, Vec3 joint) {
        Map<Vec3, List<Integer>> sectors = IntStream.range(0, body.length)
                .filter(v -> body[v].distance(joint) < MAX_DISTANCE).boxed()
                .sorted(Comparator.comparingDouble(v -> body[v].distance(joint)))
                .collect(Collectors.groupingBy(v -> sector(body[v].minus(joint)), LinkedHashMap::new,
                        Collectors.toList()));
        return sectors.values().stream().flatMap(sector -> sector.stream().limit(PER_SECTOR))
                .mapToInt(Integer::intValue).sorted().toArray();
    }

    private static Vec3 sector(Vec3 arm) {
        Vec3 direction = arm.unit().times(SECTORS);
        // Adding 0 makes 0 of -0, which rint gives.
        return new Vec3(Math.rint(direction.x()), Math.rint(direction.y()), Math.rint(direction.z())).plus(Vec3.ZERO);
    }
}
