package org.posescope.record.motion;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Vec3;

/**
 * MotionTrack Row Column, the marker file of OpenSim: the 24 joints of the body as markers, millimetres, y up, frames from 1 on the
 * time line of the run. Where the person was out of sight the fields are empty, which OpenSim reads as missing.
 */
public final class TrcFile implements PersonFiles.Format {
    private static final int MILLIMETRES = 1000;
    private static final int LENGTH_DECIMALS = 3;
    private static final int TIME_DECIMALS = 6;
    private static final int RATE_DECIMALS = 6;

    private final BodyModel model;

    public TrcFile(BodyModel model) {
        this.model = model;
    }

    @Override
    public void write(Motion motion, PersonMotion person, Path file) {
        CompleteFile.write(file, out -> write(motion, person, file.getFileName().toString(), out));
    }

    private void write(Motion motion, PersonMotion person, String name, OutputStream out) throws IOException {
        RestSkeleton skeleton = new RestSkeleton(model, person.betas());
        StringBuilder text = new StringBuilder();
        header(motion, skeleton, name, text);
        for (int frame = 0; frame < motion.frames(); frame++) {
            text.append(frame + 1).append('\t');
            FixedPoint.append(text, motion.seconds(frame), TIME_DECIMALS);
            if (person.observed(frame)) {
                skeleton.pose(person.at(frame)).forEach(joint -> marker(joint, text));
            } else {
                text.repeat('\t', 3 * skeleton.size());
            }
            text.append('\n');
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
    }

    private static void header(Motion motion, RestSkeleton skeleton, String name, StringBuilder text) {
        text.append("PathFileType\t4\t(X/Y/Z)\t").append(name)
                .append("\nDataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\tOrigNumFrames\n");
        FixedPoint.append(text, motion.fps(), RATE_DECIMALS).append('\t');
        FixedPoint.append(text, motion.fps(), RATE_DECIMALS).append('\t').append(motion.frames()).append('\t')
                .append(skeleton.size()).append("\tmm\t");
        FixedPoint.append(text, motion.fps(), RATE_DECIMALS).append("\t1\t").append(motion.frames()).append('\n');
        text.append("Frame#\tTime\t");
        text.append(IntStream.range(0, skeleton.size()).mapToObj(skeleton::name).collect(Collectors.joining("\t\t\t")));
        text.append("\t\t\n\t");
        for (int i = 1; i <= skeleton.size(); i++) {
            text.append("\tX").append(i).append("\tY").append(i).append("\tZ").append(i);
        }
        text.append("\n\n");
    }

    private static void marker(Vec3 joint, StringBuilder text) {
        for (double value : new double[] {joint.x(), joint.y(), joint.z()}) {
            FixedPoint.append(text.append('\t'), value * MILLIMETRES, LENGTH_DECIMALS);
        }
    }
}
