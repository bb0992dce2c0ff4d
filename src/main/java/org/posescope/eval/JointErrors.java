package org.posescope.eval;

import org.posescope.body.math.Vec3;

/** Distances between joints that were found and true ones. */
final class JointErrors {
    private JointErrors() {}

    /** Mean per-joint position error, in the unit of the joints (Ionescu et al. 2014, Human3.6M); alignment is the caller's. */
    static double mpjpe(Vec3[] found, Vec3[] truth) {
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum += found[i].distance(truth[i]);
        }
        return sum / truth.length;
    }

    /** The same after rotation, scale and translation are taken out ("reconstruction error", Zhou et al. 2018). */
    static double paMpjpe(Vec3[] found, Vec3[] truth) {
        return mpjpe(Procrustes.align(found, truth), truth);
    }

    /**
     * The mean difference of accelerations over three frames in a row, in units of the joints a square frame (Kanazawa et al.
     * 2019, HMMR).
     */
    static double acceleration(Vec3[][] found, Vec3[][] truth) {
        double sum = 0;
        for (int i = 0; i < truth[0].length; i++) {
            sum += secondDifference(found, i).distance(secondDifference(truth, i));
        }
        return sum / truth[0].length;
    }

    private static Vec3 secondDifference(Vec3[][] frames, int joint) {
        return frames[0][joint].plus(-2, frames[1][joint]).plus(frames[2][joint]);
    }
}
