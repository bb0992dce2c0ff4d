package org.posescope.record.export;

import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.pose.Hand;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Person;
import org.posescope.pose.Vector3;
import org.posescope.record.motion.FixedPoint;

/**
 * The joints that the networks saw, a row a joint, person and frame: {@code frame,time_s,id,joint,x_m,y_m,z_m,score}. Frames and
 * times are those of the source, nothing is resampled; places are metres, x right, y up, z towards the camera, origin in the
 * camera and tilted as it is, whatever floor is found, or in the world where it was said how the camera stands. Points of hands are named {@code left_hand_index_finger_tip} and the like. A person whose place is not known has no rows.
 */
final class JointRows implements RowExport.Rows {
    private static final int LENGTH_DECIMALS = 4;
    private static final int TIME_DECIMALS = 6;
    private static final int SCORE_DECIMALS = 4;
    private static final double MICROS = 1e6;

    @Override
    public String head() {
        return "frame,time_s,id,joint,x_m,y_m,z_m,score";
    }

    @Override
    public void append(StringBuilder text, Frame frame, Person person) {
        Optional<Joints3d> joints = person.joints3d();
        if (joints.isPresent() && person.translation().isPresent()) {
            rows(text, frame, person.id(), joints.get(), person.translation().get(), "");
            hand(text, frame, person, "left_", person.details().leftHand());
            hand(text, frame, person, "right_", person.details().rightHand());
        }
    }

    /** A hand hangs at the wrist of the body, where the joints of the body have one. */
    private static void hand(StringBuilder text, Frame frame, Person person, String side, Optional<Hand> seen) {
        Joints3d body = person.joints3d().orElseThrow();
        int wrist = body.skeleton().names().indexOf(side + "wrist");
        if (seen.isPresent() && wrist >= 0) {
            Vector3 hips = person.translation().orElseThrow();
            Joint at = body.joints().get(wrist);
            Joints3d hand = seen.get().world();
            Joint own = hand.joints().getFirst();
            rows(text, frame, person.id(), hand, new Vector3(hips.x() + at.x() - own.x(), hips.y() + at.y() - own.y(),
                    hips.z() + at.z() - own.z()), side + "hand_");
        }
    }

    private static void rows(StringBuilder text, Frame frame, int id, Joints3d joints, Vector3 origin, String prefix) {
        for (int i = 0; i < joints.joints().size(); i++) {
            Joint joint = joints.joints().get(i);
            text.append(frame.index()).append(',');
            FixedPoint.append(text, frame.ptsMicros() / MICROS, TIME_DECIMALS);
            text.append(',').append(id).append(',').append(prefix)
                    .append(joints.skeleton().names().get(i));
            number(text, origin.x() + joint.x(), LENGTH_DECIMALS);
            number(text, -(origin.y() + joint.y()), LENGTH_DECIMALS);
            number(text, -(origin.z() + joint.z()), LENGTH_DECIMALS);
            number(text, joint.score(), SCORE_DECIMALS);
            text.append('\n');
        }
    }

    /** A number that is not finite is an empty field. */
    private static void number(StringBuilder text, double value, int decimals) {
        text.append(',');
        if (Double.isFinite(value)) {
            FixedPoint.append(text, value, decimals);
        }
    }
}
