package org.posescope.body.floor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.posescope.body.math.NormalEquations;
import org.posescope.body.math.Vec3;

/**
 * The floor that agrees best with where people stood. Everybody is on one floor, but nobody's size is known exactly: the feet of one
 * person are all too high or all too low by as much as the size is wrong, so that only the differences among the feet of one person, and
 * the mean of several people, tell where the floor is. Which way is up is told by people in balance over their feet and by feet that stood
 * at several places, and a camera is more likely to be level than not. Least squares with three unknowns (two of the direction, the
 * height), reweighted so that what does not fit counts less.
 */
final class GroundSolver {
    private static final int STEPS = 12;
    private static final double NUDGE = 1e-5;
    private static final double DAMPING = 1e-6;
    /**
     * Standard deviations of somebody's distance by a wrong size, and of single places by wrong depth, in distances; and of a place across
     * the line of sight, metres. A foot that is taken to be farther away than it is by a share of the distance is below the floor by that
     * share of the camera's height; were this not so, a floor along the line of sight would fit best.
     */
    private static final double SIZE = 0.05;
    private static final double DEPTH = 0.07;
    private static final double ACROSS = 0.03;
    /** Of a person's balance, and of what is the same for everybody, degrees. */
    private static final double BALANCE = 6;
    private static final double BIAS = 4;
    /** Of how cameras are held, degrees. */
    private static final double PITCH = 20;
    private static final double ROLL = 8;
    /** Feet farther from the floor of most people are not on it, metres. */
    private static final double OTHER_FLOOR = 0.35;
    /** The floor is lower than the feet of this share of those who stand, or as low: people stand on things, and not below the floor. */
    private static final double LOW = 0.75;
    /**
     * Whose feet stood nearer to each other tells nothing of a tilt: errors of distance spread the places along the line of sight, which looks
     * like a floor that rises. Metres.
     */
    private static final double WALKED = 1;
    private static final int FULL_WEIGHT = 50;
    /** Of people much farther away than this a small error of the tilt moves the feet far up or down, metres. */
    private static final double NEAR = 6;
    /** Residuals above this many deviations count less. */
    private static final double ROBUST = 2;

    private final List<TrackEvidence> tracks;
    private final Optional<Vec3> balance;
    private final double balanceDeviation;
    private final double[] start;

    private GroundSolver(List<TrackEvidence> tracks) {
        List<Vec3> ups = tracks.stream().flatMap(track -> track.up().stream()).toList();
        this.balance = ups.isEmpty() ? Optional.empty() : Optional.of(mean(ups));
        this.balanceDeviation = Math.toRadians(Math.hypot(BIAS, BALANCE / Math.sqrt(Math.max(1, ups.size()))));
        Vec3 up = balance.orElse(Ground.LEVEL);
        double height = usualHeight(tracks, up);
        this.tracks = tracks.stream().filter(track -> Math.abs(height(track, up) - height) < OTHER_FLOOR).toList();
        start = new double[] {up.x(), up.z(), height};
    }

    /** Empty when no feet stood anywhere. */
    static Optional<Ground> solve(Collection<TrackEvidence> all) {
        List<TrackEvidence> tracks = all.stream().filter(track -> track.count() > 0).toList();
        return tracks.isEmpty() ? Optional.empty() : Optional.of(new GroundSolver(tracks).solve());
    }

    /** The mean direction, to which those that are far from it add less. */
    private static Vec3 mean(List<Vec3> ups) {
        Vec3 mean = Vec3.mean(ups.toArray(Vec3[]::new)).unit();
        for (int step = 0; step < STEPS; step++) {
            Vec3 sum = Vec3.ZERO;
            for (Vec3 up : ups) {
                double off = up.distance(mean) / Math.toRadians(BALANCE);
                sum = sum.plus(1 / (1 + off * off), up);
            }
            mean = sum.unit();
        }
        return mean;
    }

    /** How far the camera is above a person's feet. */
    private static double height(TrackEvidence track, Vec3 up) {
        double[] heights = track.places().stream().mapToDouble(place -> -up.dot(place)).sorted().toArray();
        return heights[heights.length / 2];
    }

    /** That of the lower people, by weight. */
    private static double usualHeight(List<TrackEvidence> tracks, Vec3 up) {
        List<TrackEvidence> sorted = tracks.stream().sorted(Comparator.comparingDouble(track -> height(track, up)))
                .toList();
        double most = LOW * sorted.stream().mapToDouble(GroundSolver::weight).sum();
        double sum = 0;
        for (TrackEvidence track : sorted) {
            sum += weight(track);
            if (sum >= most) {
                return height(track, up);
            }
        }
        throw new IllegalStateException("no weights");
    }

    private static double weight(TrackEvidence track) {
        double away = track.places().stream().mapToDouble(Vec3::length).average().orElseThrow() / NEAR;
        return Math.min(FULL_WEIGHT, track.count()) / (1 + away * away);
    }

    private Ground solve() {
        double[] x = start.clone();
        for (int step = 0; step < STEPS; step++) {
            double[] residuals = residuals(x);
            double[][] slopes = new double[x.length][];
            for (int k = 0; k < x.length; k++) {
                double[] nudged = x.clone();
                nudged[k] += NUDGE;
                slopes[k] = residuals(nudged);
            }
            NormalEquations equations = new NormalEquations(x.length, DAMPING);
            for (int i = 0; i < residuals.length; i++) {
                double weight = 1 / Math.sqrt(1 + Math.pow(residuals[i] / ROBUST, 2));
                double[] row = new double[x.length];
                for (int k = 0; k < x.length; k++) {
                    row[k] = weight * (slopes[k][i] - residuals[i]) / NUDGE;
                }
                equations.add(row, -weight * residuals[i]);
            }
            double[] change = equations.solve();
            for (int k = 0; k < x.length; k++) {
                x[k] += change[k];
            }
        }
        return ground(x);
    }

    private static Ground ground(double[] x) {
        double across = x[0] * x[0] + x[1] * x[1];
        double shrink = Math.min(1, 0.99 / Math.sqrt(Math.max(across, 1e-12)));
        return new Ground(new Vec3(shrink * x[0], -Math.sqrt(1 - shrink * shrink * across), shrink * x[1]), x[2]);
    }

    private double[] residuals(double[] x) {
        Ground ground = ground(x);
        List<Double> out = new ArrayList<>();
        out.add(ground.up().x() / Math.sin(Math.toRadians(ROLL)));
        out.add(ground.up().z() / Math.sin(Math.toRadians(PITCH)));
        balance.ifPresent(up -> {
            Vec3 off = ground.up().minus(up).times(1 / balanceDeviation);
            out.addAll(List.of(off.x(), off.y(), off.z()));
        });
        double size = Math.hypot(SIZE * ground.height(), ACROSS);
        double place = Math.hypot(DEPTH * ground.height(), ACROSS);
        for (TrackEvidence track : tracks) {
            List<Vec3> places = track.places();
            double mean = places.stream().mapToDouble(ground::above).average().orElseThrow();
            out.add(mean / Math.hypot(size, place / Math.sqrt(places.size())));
            if (track.spread() > WALKED) {
                places.forEach(each -> out.add((ground.above(each) - mean) / place));
            }
        }
        return out.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
