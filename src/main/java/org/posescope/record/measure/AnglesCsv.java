package org.posescope.record.measure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.posescope.body.BodyModel;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.record.motion.CompleteFile;
import org.posescope.record.motion.FixedPoint;
import org.posescope.record.motion.Motion;
import org.posescope.record.motion.MotionFile;
import org.posescope.record.motion.PersonMotion;

/**
 * All angles, a row a person and frame in which they were seen: {@code frame,time_s,id} and a column an angle, degrees. Frames are those of the
 * motion, at a constant rate.
 */
public final class AnglesCsv implements MotionFile {
    private static final int TIME_DECIMALS = 6;
    private static final int ANGLE_DECIMALS = 3;

    private final BodyModel model;

    public AnglesCsv(BodyModel model) {
        this.model = model;
    }

    @Override
    public List<Path> write(Motion motion, Path file) {
        if (motion.people().isEmpty()) {
            return List.of();
        }
        CompleteFile.write(file, out -> write(motion, out));
        return List.of(file);
    }

    private void write(Motion motion, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder("frame,time_s,id");
        for (PoseAngle angle : PoseAngle.values()) {
            text.append(',').append(angle.id());
        }
        text.append('\n');
        for (PersonMotion person : motion.people()) {
            MeasuredPerson measured = MeasuredPerson.of(model, motion, person);
            for (int frame = person.firstFrame(); frame <= person.lastFrame(); frame++) {
                if (person.observed(frame)) {
                    row(motion, measured, frame, text);
                }
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
    }

    private static void row(Motion motion, MeasuredPerson person, int frame, StringBuilder text) {
        text.append(frame).append(',');
        FixedPoint.append(text, motion.seconds(frame), TIME_DECIMALS).append(',').append(person.id());
        for (PoseAngle angle : PoseAngle.values()) {
            FixedPoint.append(text.append(','), person.degrees().get(angle)[frame], ANGLE_DECIMALS);
        }
        text.append('\n');
    }
}
