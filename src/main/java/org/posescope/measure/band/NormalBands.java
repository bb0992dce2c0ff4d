package org.posescope.measure.band;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.posescope.measure.angle.PoseAngle;

/** What is normal, by angle. */
public record NormalBands(Map<PoseAngle, NormalBand> bands) {
    public static final NormalBands NONE = new NormalBands(Map.of());

    public NormalBands {
        bands = Map.copyOf(bands);
    }

    /** What is normal for an angle, if that was said. */
    public Optional<NormalBand> of(PoseAngle angle) {
        return Optional.ofNullable(bands.get(angle));
    }

    /** With another band of an angle, or with none. */
    public NormalBands with(PoseAngle angle, Optional<NormalBand> band) {
        Map<PoseAngle, NormalBand> changed = new EnumMap<>(PoseAngle.class);
        changed.putAll(bands);
        changed.remove(angle);
        band.ifPresent(each -> changed.put(angle, each));
        return new NormalBands(changed);
    }
}
