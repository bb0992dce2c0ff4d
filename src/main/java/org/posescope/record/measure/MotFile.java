package org.posescope.record.measure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.posescope.measure.angle.OpenSimPose;
import org.posescope.record.motion.CompleteFile;
import org.posescope.record.motion.FixedPoint;
import org.posescope.record.motion.Motion;
import org.posescope.record.motion.MotionFrame;
import org.posescope.record.motion.PersonMotion;
import org.posescope.record.motion.PersonFiles;

/** The motion file of OpenSim: coordinates of a full-body model over time, degrees and metres, without jumps; a pose is held where unseen. */
public final class MotFile implements PersonFiles.Format {
    private static final int DECIMALS = 6;
    private static final double TURN = 360;

    @Override
    public void write(Motion motion, PersonMotion person, Path file) {
        CompleteFile.write(file, out -> out.write(text(motion, person, file).getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Motion motion, PersonMotion person, Path file) {
        StringBuilder text = new StringBuilder();
        String name = file.getFileName().toString();
        Map<String, Double> before = new HashMap<>();
        for (int frame = 0; frame < motion.frames(); frame++) {
            MotionFrame moment = person.at(frame);
            Map<String, Double> now = OpenSimPose.of(moment.rotations(), moment.pelvis());
            if (frame == 0) {
                text.append(name, 0, name.lastIndexOf('.')).append("\nversion=1\nnRows=").append(motion.frames())
                        .append("\nnColumns=").append(1 + now.size()).append("\ninDegrees=yes\nendheader\ntime");
                now.keySet().forEach(each -> text.append('\t').append(each));
                text.append('\n');
            }
            FixedPoint.append(text, motion.seconds(frame), DECIMALS);
            now.forEach((coordinate, value) -> {
                double last = before.getOrDefault(coordinate, value);
                double next = coordinate.startsWith("pelvis_t") && !coordinate.equals("pelvis_tilt")
                        ? value
                        : value + TURN * Math.rint((last - value) / TURN);
                before.put(coordinate, next);
                FixedPoint.append(text.append('\t'), next, DECIMALS);
            });
            text.append('\n');
        }
        return text.toString();
    }
}
