package org.posescope.body.fit;

import java.util.List;
import java.util.function.Function;

import org.posescope.body.BodyModel;
import org.posescope.body.math.NormalEquations;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Skeletons;

/**
 * The betas of one person from the lengths of their limbs, averaged over all frames in which both ends were seen. Shapes are
 * normally distributed with deviation 1, so with few or bad measurements the shape stays near the average.
 */
final class ShapeEstimate {
    private static final List<Segment> SEGMENTS = List.of(new Segment("shoulder", "elbow"),
            new Segment("elbow", "wrist"), new Segment("hip", "knee"), new Segment("knee", "ankle"),
            new Segment("shoulder", "hip"));
    private static final List<String> SIDES = List.of("left_", "right_");
    /** Deviation of one measurement, and of the mean of very many, because landmarks are not joints; metres. */
    private static final double NOISE = 0.05;
    private static final double BIAS = 0.012;
    private static final double MOST_FRAMES = 600;
    /** Lengths that differ from the average body by more than this factor are mistakes. */
    private static final double STRANGE = 1.6;
    private static final int STEPS = 3;

    private final BodyModel model;
    private final double[] average;
    private final double[] sums = new double[SEGMENTS.size()];
    private final double[] counts = new double[SEGMENTS.size()];

    /** Two ends on the same side; the right and the left one are measured together. */
    private record Segment(String from, String to) {
        double length(Function<String, Vec3> place, String side) {
            return place.apply(side + from).distance(place.apply(side + to));
        }
    }

    ShapeEstimate(BodyModel model) {
        this.model = model;
        this.average = lengths(new float[BodyParameters.BETAS]);
    }

    /** Takes the lengths of a frame, weighted by the trust in their ends. */
    void measure(Function<String, Vec3> place, Function<String, Double> trust) {
        for (int i = 0; i < SEGMENTS.size(); i++) {
            Segment segment = SEGMENTS.get(i);
            for (String side : SIDES) {
                double length = segment.length(place, side);
                if (length < average[i] * STRANGE && length * STRANGE > average[i]) {
                    double weight = trust.apply(side + segment.from) * trust.apply(side + segment.to) / SIDES.size();
                    sums[i] += weight * length;
                    counts[i] += weight;
                }
            }
            if (counts[i] > MOST_FRAMES) {
                sums[i] *= MOST_FRAMES / counts[i];
                counts[i] = MOST_FRAMES;
            }
        }
    }

    /** The most probable betas. */
    float[] betas() {
        float[] betas = new float[BodyParameters.BETAS];
        for (int step = 0; step < STEPS; step++) {
            NormalEquations equations = new NormalEquations(BodyParameters.BETAS, 0);
            for (int k = 0; k < betas.length; k++) {
                double[] row = new double[betas.length];
                row[k] = 1;
                equations.add(row, -betas[k]);
            }
            addLengths(equations, betas);
            double[] change = equations.solve();
            for (int k = 0; k < betas.length; k++) {
                betas[k] += (float) change[k];
            }
        }
        return betas;
    }

    private void addLengths(NormalEquations equations, float[] betas) {
        double[] lengths = lengths(betas);
        double[][] slopes = new double[betas.length][];
        for (int k = 0; k < betas.length; k++) {
            float[] moved = betas.clone();
            moved[k] += 1;
            slopes[k] = lengths(moved);
        }
        for (int i = 0; i < SEGMENTS.size(); i++) {
            if (counts[i] > 0) {
                double scale = 1 / Math.sqrt(NOISE * NOISE / counts[i] + BIAS * BIAS);
                double[] row = new double[betas.length];
                for (int k = 0; k < betas.length; k++) {
                    row[k] = scale * (slopes[k][i] - lengths[i]);
                }
                equations.add(row, scale * (sums[i] / counts[i] - lengths[i]));
            }
        }
    }

    private double[] lengths(float[] betas) {
        float[] joints = model.restJoints(betas);
        Function<String, Vec3> place = name -> {
            int joint = 3 * Skeletons.SMPL24.index(name);
            return new Vec3(joints[joint], joints[joint + 1], joints[joint + 2]);
        };
        return SEGMENTS.stream()
                .mapToDouble(segment -> SIDES.stream().mapToDouble(side -> segment.length(place, side)).average()
                        .orElseThrow())
                .toArray();
    }
}
