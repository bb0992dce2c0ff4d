package org.posescope.record.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.pose.Hand;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Person;
import org.posescope.pose.Vector3;
import org.posescope.record.FrameOutput;
import org.posescope.record.motion.FixedPoint;
import org.posescope.record.motion.TableFile;

/**
 * The joints that the networks saw, a row a joint, person and frame: {@code frame,time_s,id,joint,x_m,y_m,z_m,score}. Frames and
 * times are those of the source, nothing is resampled; places are metres, x right, y up, z towards the camera, origin in the
 * camera. Points of hands are named {@code left_hand_index_finger_tip} and the like. A person whose place is not known has no rows; without
 * a frame there is no file.
 */
final class CsvExport implements FrameOutput {
    private static final int LENGTH_DECIMALS = 4;
    private static final int TIME_DECIMALS = 6;
    private static final int SCORE_DECIMALS = 4;
    private static final double MICROS = 1e6;

    private final TableFile file;
    private final StringBuilder text = new StringBuilder("frame,time_s,id,joint,x_m,y_m,z_m,score\n");

    /** @throws org.posescope.error.UserException when it cannot be written */
    CsvExport(Path path) {
        file = new TableFile(path);
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        file.frame(out -> {
            people.forEach(person -> rows(frame, person));
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        });
    }

    private void rows(Frame frame, Person person) {
        Optional<Joints3d> joints = person.joints3d();
        if (joints.isPresent() && person.translation().isPresent()) {
            rows(frame, person.id(), joints.get(), person.translation().get(), "");
            hand(frame, person, "left_", person.details().leftHand());
            hand(frame, person, "right_", person.details().rightHand());
        }
    }

    /** A hand hangs at the wrist of the body, where the joints of the body have one. */
    private void hand(Frame frame, Person person, String side, Optional<Hand> seen) {
        Joints3d body = person.joints3d().orElseThrow();
        int wrist = body.skeleton().names().indexOf(side + "wrist");
        if (seen.isPresent() && wrist >= 0) {
            Vector3 hips = person.translation().orElseThrow();
            Joint at = body.joints().get(wrist);
            Joints3d hand = seen.get().world();
            Joint own = hand.joints().getFirst();
            rows(frame, person.id(), hand, new Vector3(hips.x() + at.x() - own.x(), hips.y() + at.y() - own.y(),
                    hips.z() + at.z() - own.z()), side + "hand_");
        }
    }

    private void rows(Frame frame, int id, Joints3d joints, Vector3 origin, String prefix) {
        for (int i = 0; i < joints.joints().size(); i++) {
            Joint joint = joints.joints().get(i);
            text.append(frame.index()).append(',');
            FixedPoint.append(text, frame.ptsMicros() / MICROS, TIME_DECIMALS);
            text.append(',').append(id).append(',').append(prefix)
                    .append(joints.skeleton().names().get(i));
            number(origin.x() + joint.x(), LENGTH_DECIMALS);
            number(-(origin.y() + joint.y()), LENGTH_DECIMALS);
            number(-(origin.z() + joint.z()), LENGTH_DECIMALS);
            number(joint.score(), SCORE_DECIMALS);
            text.append('\n');
        }
    }

    /** A number that is not finite is an empty field. */
    private void number(double value, int decimals) {
        text.append(',');
        if (Double.isFinite(value)) {
            FixedPoint.append(text, value, decimals);
        }
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
