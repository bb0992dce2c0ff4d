package org.posescope.body.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds each joint as a weighted mean of skin around it: non-negative weights of sum 1, fitted over the
 * population so that they follow the joint in every shape.
 */
final class JointRegressor {
    /** Directions are told apart by their coordinates in steps of one over this. */
    private static final double SECTORS = 1.5;
    private static final int PER_SECTOR = 6;
    private static final double MAX_DISTANCE = 0.22;
    /** Keeps the sum at 1 against errors of millimetres. */
    private static final double SUM_WEIGHT = 10;
    /** How much the average body counts against the whole population: there the joints must be right. */
    private static final double TEMPLATE_WEIGHT = 100;
    /** Spreads the weights over many vertices rather than a few. */
    private static final double DAMPING = 1e-2;

    private JointRegressor() {}

    /**
     * Joints x V.
     *
     * @param template       the surface in T-pose
     * @param templateJoints its joints
     * @param people         surfaces of the population in T-pose
     * @param joints         their joints
     */
    static double[][] of(Vec3[] template, Vec3[] templateJoints, List<Vec3[]> people, List<Vec3[]> joints,
            int[] mirror) {
        double[][] regressor = new double[SmplJoints.COUNT][];
        for (int joint = 0; joint < SmplJoints.COUNT; joint++) {
            int other = SmplJoints.mirror(joint);
            if (other >= joint) {
                Vec3 place = templateJoints[joint];
                int[] near = around(template, place);
                Equations equations = new Equations(near);
                equations.add(template, place, TEMPLATE_WEIGHT * people.size());
                for (int k = 0; k < people.size(); k++) {
                    equations.add(people.get(k), joints.get(k)[joint], 1);
                }
                double[] row = equations.row(template.length);
                double[] image = new double[row.length];
                for (int v = 0; v < row.length; v++) {
                    image[mirror[v]] = row[v];
                }
                if (other == joint) {
                    for (int v = 0; v < row.length; v++) {
                        row[v] = 0.5 * (row[v] + image[v]);
                    }
                    image = row;
                }
                regressor[other] = image;
                regressor[joint] = row;
            }
        }
        return regressor;
    }

    /** The nearest vertices in every direction, so that the joint lies between them. */
    private static int[] around(Vec3[] body, Vec3 joint) {
        Map<List<Long>, List<Integer>> sectors = new TreeMap<>(Comparator.comparing(List::toString));
        for (int v = 0; v < body.length; v++) {
            Vec3 direction = body[v].minus(joint).unit().times(SECTORS);
            List<Long> sector = List.of(Math.round(direction.x()), Math.round(direction.y()),
                    Math.round(direction.z()));
            sectors.computeIfAbsent(sector, key -> new ArrayList<>()).add(v);
        }
        return sectors.values().stream()
                .flatMap(inside -> inside.stream().sorted(Comparator.comparingDouble(v -> body[v].distance(joint)))
                        .limit(PER_SECTOR))
                .filter(v -> body[v].distance(joint) < MAX_DISTANCE).mapToInt(Integer::intValue).sorted().toArray();
    }

    /** Normal equations of one joint. */
    private static final class Equations {
        private final int[] vertices;
        private final double[][] gram;
        private final double[] right;

        Equations(int[] vertices) {
            this.vertices = vertices;
            gram = new double[vertices.length][vertices.length];
            right = new double[vertices.length];
            for (int r = 0; r < vertices.length; r++) {
                gram[r][r] = DAMPING;
            }
        }

        void add(Vec3[] body, Vec3 joint, double weight) {
            for (int r = 0; r < vertices.length; r++) {
                // Measured from the joint: what is left of the equations is the sum of 1.
                Vec3 a = body[vertices[r]].minus(joint);
                right[r] += weight * SUM_WEIGHT * SUM_WEIGHT;
                for (int c = 0; c < vertices.length; c++) {
                    gram[r][c] += weight * (a.dot(body[vertices[c]].minus(joint)) + SUM_WEIGHT * SUM_WEIGHT);
                }
            }
        }

        double[] row(int size) {
            double[] solution = NonNegativeLeastSquares.solve(gram, right);
            double sum = 0;
            for (double share : solution) {
                sum += share;
            }
            double[] row = new double[size];
            for (int r = 0; r < vertices.length; r++) {
                row[vertices[r]] = solution[r] / sum;
            }
            return row;
        }
    }
}
