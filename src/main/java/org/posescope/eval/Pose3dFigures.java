package org.posescope.eval;

/**
 * How far the 3D joints of a clip are from the truth.
 *
 * @param joints       which were measured
 * @param expected     people in all frames that could be found
 * @param found        how many of them were
 * @param mpjpeMm      mean per-joint position error relative to the middle of the hips, millimetres
 * @param paMpjpeMm    the same after rotation, scale and translation are taken out
 * @param acceleration error of acceleration, millimetres a square frame
 * @param lagFrames    the delay of the truth, in frames, with which the motion found agrees best
 */
public record Pose3dFigures(String joints, long expected, long found, double mpjpeMm, double paMpjpeMm,
        double acceleration, double lagFrames) {}
