package org.posescope.record.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.posescope.body.BodyModel;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.measure.gait.Gait;
import org.posescope.measure.gait.Stance;
import org.posescope.record.motion.CompleteFile;
import org.posescope.record.motion.Motion;
import org.posescope.record.motion.MotionFile;
import org.posescope.record.motion.PersonMotion;

/**
 * All angles with their speeds and accelerations as one JSON object, and the steps of who walks: {@code fps}, {@code frames} and
 * {@code people}; of each {@code id}, {@code degrees}, {@code degrees_per_second}, {@code degrees_per_second2} by angle, a value a frame,
 * null where the person was out of sight, and {@code gait}.
 */
public final class AnglesJson implements MotionFile {
    private static final double PRECISION = 1000;

    private final BodyModel model;
    private final ObjectMapper mapper = new ObjectMapper();

    public AnglesJson(BodyModel model) {
        this.model = model;
    }

    @Override
    public List<Path> write(Motion motion, Path file) {
        if (motion.people().isEmpty()) {
            return List.of();
        }
        ObjectNode root = mapper.createObjectNode().put("fps", motion.fps()).put("frames", motion.frames());
        ArrayNode people = root.putArray("people");
        for (PersonMotion each : motion.people()) {
            MeasuredPerson person = MeasuredPerson.of(model, motion, each);
            ObjectNode out = people.addObject().put("id", person.id());
            Optional.ofNullable(motion.names().get(person.id())).ifPresent(name -> out.put("name", name));
            ObjectNode degrees = out.putObject("degrees");
            ObjectNode speeds = out.putObject("degrees_per_second");
            ObjectNode accelerations = out.putObject("degrees_per_second2");
            person.degrees().forEach((angle, values) -> {
                numbers(degrees, angle, values);
                numbers(speeds, angle, person.derivative(angle, 1, motion.fps()));
                numbers(accelerations, angle, person.derivative(angle, 2, motion.fps()));
            });
            person.gait().ifPresent(gait -> gait(gait, out.putObject("gait")));
        }
        CompleteFile.write(file, out -> out.write(mapper.writeValueAsBytes(root)));
        return List.of(file);
    }

    private static void numbers(ObjectNode out, PoseAngle angle, double[] values) {
        ArrayNode array = out.putArray(angle.id());
        for (double value : values) {
            if (Double.isFinite(value)) {
                array.add(Math.rint(value * PRECISION) / PRECISION);
            } else {
                array.addNull();
            }
        }
    }

    private static void gait(Gait gait, ObjectNode out) {
        gait.cadence().ifPresent(value -> out.put("steps_per_minute", value));
        gait.stepLength(true).ifPresent(value -> out.put("left_step_m", value));
        gait.stepLength(false).ifPresent(value -> out.put("right_step_m", value));
        ArrayNode contacts = out.putArray("contacts");
        for (Stance stance : gait.stances()) {
            contacts.addObject().put("foot", stance.left() ? "left" : "right").put("from", stance.from())
                    .put("to", stance.to());
        }
        ArrayNode steps = out.putArray("steps");
        for (Gait.Step step : gait.steps()) {
            steps.addObject().put("foot", step.left() ? "left" : "right").put("frame", step.frame())
                    .put("seconds", step.seconds()).put("length_m", step.length());
        }
    }
}
