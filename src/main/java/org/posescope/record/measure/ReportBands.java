package org.posescope.record.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

import org.posescope.measure.angle.PoseAngle;
import org.posescope.measure.band.GaitCycles;
import org.posescope.measure.band.NormalBand;
import org.posescope.measure.band.NormalBands;
import org.posescope.measure.band.TimeOutside;
import org.posescope.measure.gait.Stance;
import org.posescope.record.motion.Motion;

/** What is normal for the angles of somebody at each frame of a motion. */
record ReportBands(Motion motion, MeasuredPerson person, NormalBands normal) {
    private static final double SECOND = 1e6;

    /** What is normal for angles that are plotted together; what both have alike is shaded once. */
    List<AnglePlot.Shade> shades(List<PoseAngle> angles) {
        List<AnglePlot.Shade> shades = new ArrayList<>();
        for (int i = 0; i < angles.size(); i++) {
            Optional<NormalBand> band = normal.of(angles.get(i));
            boolean shaded = i > 0 && band.filter(each -> !each.ofGait()).isPresent()
                    && band.equals(normal.of(angles.getFirst()));
            if (band.isPresent() && !shaded) {
                double[] low = new double[motion.frames()];
                double[] high = new double[motion.frames()];
                GaitCycles cycles = cycles(angles.get(i));
                for (int frame = 0; frame < low.length; frame++) {
                    double percent = cycles.percent(micros(frame));
                    low[frame] = band.get().low(percent);
                    high[frame] = band.get().high(percent);
                }
                shades.add(new AnglePlot.Shade(i, low, high));
            }
        }
        return shades;
    }

    /** 0..1, for which part of the time an angle was outside; empty where that is not known. */
    OptionalDouble outside(PoseAngle angle) {
        double[] degrees = person.degrees().get(angle);
        return normal.of(angle)
                .map(band -> TimeOutside.of(band,
                        LongStream.range(0, motion.frames()).map(frame -> micros((int) frame)).toArray(), degrees,
                        cycles(angle), 0, degrees.length - 1))
                .orElse(OptionalDouble.empty());
    }

    private long micros(int frame) {
        return Math.round(motion.seconds(frame) * SECOND);
    }

    /** Of the foot of its side, of the trunk the left one. */
    private GaitCycles cycles(PoseAngle angle) {
        boolean left = !angle.name().startsWith("RIGHT_");
        return person.gait()
                .map(gait -> GaitCycles.between(gait.stances().stream().filter(stance -> stance.left() == left)
                        .map(Stance::from).map(this::micros).toList()))
                .orElse(GaitCycles.NONE);
    }
}
