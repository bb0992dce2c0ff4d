package org.posescope.body.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    /** What a known height is off by, metres. */
    private static final double HEIGHT_NOISE = 0.002;
    /** What lengths are off by that follow from a known scale, metres. */
    private static final double SCALED_NOISE = 0.001;
    /** Of the scale of what is measured, before anything is. */
    private static final double SCALE_DEVIATION = 0.2;
    /** Of the unknowns the last. */
    private static final int SCALE = BodyParameters.BETAS;

    private final BodyModel model;
    private final double[] average;
    private final double[] sums = new double[SEGMENTS.size()];
    private final double[] counts = new double[SEGMENTS.size()];
    private final KnownSize size;

    /** Two ends on the same side; the right and the left one are measured together. */
    private record Segment(String from, String to) {
        double length(Function<String, Vec3> place, String side) {
            return place.apply(side + from).distance(place.apply(side + to));
        }
    }

    /** @param size that the body is to have; what is measured is of another scale then */
    ShapeEstimate(BodyModel model, KnownSize size) {
        this.model = model;
        this.size = size;
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

    /**
     * Finds the most probable shape.
     *
     * @param betas takes its 10 components
     * @return by what lengths that were measured have to be multiplied to be those of it; 1 where no size is known
     */
    double shape(float[] betas) {
        double factor = probable(betas);
        if (size.scale() == 0) {
            return factor;
        }
        double[] wanted = lengths(betas);
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] *= size.scale();
        }
        reach(wanted, betas);
        return size.scale();
    }

    /** The most probable shape whose limbs are so long. */
    private void reach(double[] wanted, float[] betas) {
        for (int step = 0; step < STEPS; step++) {
            NormalEquations equations = new NormalEquations(betas.length, 0);
            double[] lengths = lengths(betas);
            double[][] stepped = stepped(betas);
            for (int k = 0; k < betas.length; k++) {
                double[] row = new double[betas.length];
                row[k] = 1;
                equations.add(row, -betas[k]);
            }
            for (int i = 0; i < wanted.length; i++) {
                double[] row = new double[betas.length];
                for (int k = 0; k < betas.length; k++) {
                    row[k] = (stepped[k][i] - lengths[i]) / SCALED_NOISE;
                }
                equations.add(row, (wanted[i] - lengths[i]) / SCALED_NOISE);
            }
            double[] change = equations.solve();
            for (int k = 0; k < betas.length; k++) {
                betas[k] += (float) change[k];
            }
        }
    }

    private double probable(float[] betas) {
        Arrays.fill(betas, 0);
        double scale = 1;
        for (int step = 0; step < STEPS; step++) {
            NormalEquations equations = new NormalEquations(BodyParameters.BETAS + 1, 0);
            for (int k = 0; k < betas.length; k++) {
                equations.add(row(k, 1), -betas[k]);
            }
            addHeight(equations, betas, scale);
            addLengths(equations, betas, scale);
            double[] change = equations.solve();
            for (int k = 0; k < betas.length; k++) {
                betas[k] += (float) change[k];
            }
            scale += change[SCALE];
        }
        return size.height().isPresent() ? scale : 1;
    }

    private static double[] row(int unknown, double value) {
        double[] row = new double[BodyParameters.BETAS + 1];
        row[unknown] = value;
        return row;
    }

    /** The height that is known; where none is, the scale is 1. */
    private void addHeight(NormalEquations equations, float[] betas, double scale) {
        if (size.height().isEmpty()) {
            equations.add(row(SCALE, 1), 0);
            return;
        }
        BodyHeight body = size.height().get().body();
        double[] row = new double[BodyParameters.BETAS + 1];
        for (int k = 0; k < betas.length; k++) {
            row[k] = body.slope(k) / HEIGHT_NOISE;
        }
        equations.add(row, (size.height().get().metres() - body.of(betas)) / HEIGHT_NOISE);
        double usual = size.height().get().metres() / body.of(new float[BodyParameters.BETAS]);
        equations.add(row(SCALE, 1 / SCALE_DEVIATION), (usual - scale) / SCALE_DEVIATION);
    }

    private void addLengths(NormalEquations equations, float[] betas, double factor) {
        double[] lengths = lengths(betas);
        double[][] stepped = stepped(betas);
        for (int i = 0; i < SEGMENTS.size(); i++) {
            if (counts[i] > 0) {
                double scale = 1 / Math.sqrt(NOISE * NOISE / counts[i] + BIAS * BIAS);
                double measured = sums[i] / counts[i];
                double[] row = row(SCALE, size.height().isPresent() ? -scale * measured : 0);
                for (int k = 0; k < betas.length; k++) {
                    row[k] = scale * (stepped[k][i] - lengths[i]);
                }
                equations.add(row, scale * (factor * measured - lengths[i]));
            }
        }
    }

    /** The lengths after a step of one in each component. */
    private double[][] stepped(float[] betas) {
        double[][] stepped = new double[betas.length][];
        for (int k = 0; k < betas.length; k++) {
            float[] moved = betas.clone();
            moved[k] += 1;
            stepped[k] = lengths(moved);
        }
        return stepped;
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
