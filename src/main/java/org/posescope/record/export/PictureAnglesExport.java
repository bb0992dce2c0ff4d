package org.posescope.record.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.posescope.frame.Frame;
import org.posescope.measure.angle.PictureAngle;
import org.posescope.measure.angle.PictureAngles;
import org.posescope.pose.Person;
import org.posescope.record.FrameOutput;
import org.posescope.record.motion.FixedPoint;
import org.posescope.record.motion.TableFile;

/**
 * The angles that people have in the picture, a row a person and frame: {@code frame,time_s,id} and a column an angle, degrees; empty where its
 * points are not seen. Frames and times are those of the source; no body is needed. Without a frame there is no file.
 */
final class PictureAnglesExport implements FrameOutput {
    /** Points of a lower score are not seen, as Sports2D has it. */
    private static final double LEAST_SCORE = 0.3;
    private static final int TIME_DECIMALS = 6;
    private static final int ANGLE_DECIMALS = 3;
    private static final double MICROS = 1e6;

    private final TableFile file;
    private final StringBuilder text = new StringBuilder("frame,time_s,id");

    /** @throws org.posescope.error.UserException when it cannot be written */
    PictureAnglesExport(Path path) {
        file = new TableFile(path);
        for (PictureAngle angle : PictureAngle.values()) {
            text.append(',').append(angle.id());
        }
        text.append('\n');
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        file.frame(out -> {
            people.forEach(person -> row(frame, person));
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        });
    }

    private void row(Frame frame, Person person) {
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

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public void discard() {
        file.discard();
    }

    @Override
    public void close() {
        file.finish(_ -> {});
    }
}
