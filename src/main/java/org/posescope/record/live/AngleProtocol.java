package org.posescope.record.live;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import org.posescope.body.math.Vec3;
import org.posescope.measure.angle.PoseAngles;
import org.posescope.record.motion.MotionFrame;

/**
 * Angles as plain OSC: {@code /posescope/time} (seconds), {@code /posescope/people} (how many), and of each {@code /posescope/ID/pelvis} (x, y, z,
 * metres, y up) and {@code /posescope/ID/left_knee_flexion} and so on (degrees).
 */
final class AngleProtocol implements LiveProtocol {
    @Override
    public List<OscMessage> messages(double seconds, SortedMap<Integer, MotionFrame> people) {
        List<OscMessage> messages = new ArrayList<>();
        messages.add(new OscMessage("/posescope/time", List.of((float) seconds)));
        messages.add(new OscMessage("/posescope/people", List.of(people.size())));
        people.forEach((id, person) -> {
            Vec3 at = person.pelvis();
            messages.add(new OscMessage("/posescope/" + id + "/pelvis",
                    List.of((float) at.x(), (float) at.y(), (float) at.z())));
            PoseAngles.of(person.rotations()).forEach((angle, degrees) -> messages
                    .add(new OscMessage("/posescope/" + id + "/" + angle.id(), List.of(degrees.floatValue()))));
        });
        return messages;
    }
}
