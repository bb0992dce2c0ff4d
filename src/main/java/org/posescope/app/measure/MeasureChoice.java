package org.posescope.app.measure;

import java.util.List;
import java.util.Optional;

import org.posescope.measure.angle.PoseAngle;
import org.posescope.measure.band.NormalBands;

/**
 * What the user measures and by what.
 *
 * @param angles that are looked at of everybody, in their order
 * @param normal what is normal for them
 * @param length that is known in what was opened last with one
 */
public record MeasureChoice(List<PoseAngle> angles, NormalBands normal, Optional<KeptLength> length) {
    public static final MeasureChoice DEFAULT = new MeasureChoice(
            List.of(PoseAngle.LEFT_KNEE_FLEXION, PoseAngle.RIGHT_KNEE_FLEXION), NormalBands.NONE, Optional.empty());

    public MeasureChoice {
        angles = List.copyOf(angles);
    }

    public MeasureChoice withAngles(List<PoseAngle> newAngles) {
        return new MeasureChoice(newAngles, normal, length);
    }

    public MeasureChoice withNormal(NormalBands newNormal) {
        return new MeasureChoice(angles, newNormal, length);
    }

    public MeasureChoice withLength(Optional<KeptLength> newLength) {
        return new MeasureChoice(angles, normal, newLength);
    }
}
