package org.posescope.eval;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How far the 3D joints of a clip are from the truth.
 *
 * @param joints       which were measured
 * @param expected     people in all frames that could be found
 * @param found        how many of them were
 * @param mpjpeMm      mean per-joint position error relative to the middle of the hips, millimetres; not a number when nobody
 *                     could be measured, as the next two
 * @param paMpjpeMm    the same after rotation, scale and translation are taken out
 * @param pveMm        mean error of the vertices of the bodies, relative to the middle of the hips, millimetres; empty where
 *                     bodies are not known
 * @param acceleration error of acceleration, millimetres a square frame; empty where no three frames follow each other
 * @param lagFrames    the delay of the truth, in frames, with which the motion found agrees best
 * @param measures     postures and proportions
 * @param angles       of joints; none where bodies are not known
 */
public record Pose3dFigures(String joints, long expected, long found, double mpjpeMm, double paMpjpeMm,
        OptionalDouble pveMm, OptionalDouble acceleration, double lagFrames,
        List<MeasureFigures> measures, List<AngleFigures> angles) {
    public Pose3dFigures {
        measures = List.copyOf(measures);
        angles = List.copyOf(angles);
    }
}
