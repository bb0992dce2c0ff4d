package org.posescope.record.export;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.posescope.frame.Frame;
import org.posescope.measure.angle.PictureAngle;
import org.posescope.measure.angle.PictureAngles;
import org.posescope.pose.Person;
import org.posescope.record.motion.FixedPoint;

/**
 * The angles that people have in the picture, a row a person and frame: {@code frame,time_s,id} and a column an angle, degrees; empty where its
 * points are not seen. Frames and times are those of the source; no body is needed.
 */
final class PictureAngleRows implements RowExport.Rows {
    /** Points of a lower score are not seen, as Sports2D has it. */
    private static final double LEAST_SCORE = 0.3;
    private static final int TIME_DECIMALS = 6;
    private static final int ANGLE_DECIMALS = 3;
    private static final double MICROS = 1e6;

    @Override
    public String head() {
        return Stream.concat(Stream.of("frame,time_s,id"), Stream.of(PictureAngle.values()).map(PictureAngle::id))
                .collect(Collectors.joining(","));
    }

    @Override
    public void append(StringBuilder text, Frame frame, Person person) {
        Map<PictureAngle, Double> degrees = PictureAngles.of(person.ownKeypoints(), LEAST_SCORE);
        text.append(frame.index()).append(',');
        FixedPoint.append(text, frame.ptsMicros() / MICROS, TIME_DECIMALS).append(',').append(person.id());
        for (PictureAngle angle : PictureAngle.values()) {
            text.append(',');
            if (degrees.containsKey(angle)) {
                FixedPoint.append(text, degrees.get(angle), ANGLE_DECIMALS);
            }
        }
        text.append('\n');
    }
}
