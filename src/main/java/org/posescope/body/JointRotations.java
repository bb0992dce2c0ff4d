package org.posescope.body;

import java.util.List;
import java.util.stream.IntStream;

import org.posescope.pose.BodyParameters;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Quaternion;
import org.posescope.pose.SmplFamily;

/** Which of a body's parameters turns a joint of a model of SMPL's family. */
public final class JointRotations {
    private static final Quaternion REST = new Quaternion(1, 0, 0, 0);

    private JointRotations() {}

    /**
     * The rotation of a joint relative to its parent; none where nothing is said of fingers and face.
     *
     * @param joint  from 0, in the order of the model
     * @param joints that the model has: 24, 52 or 55
     */
    public static Quaternion of(BodyParameters body, int joint, int joints) {
        if (joint < SmplFamily.BODY_JOINTS || joints == BodyParameters.JOINTS) {
            return body.rotations().get(joint);
        }
        if (body.fingersAndFace().isEmpty()) {
            return REST;
        }
        FingersAndFace fine = body.fingersAndFace().get();
        int right = joints - SmplFamily.HAND_JOINTS;
        int left = right - SmplFamily.HAND_JOINTS;
        if (joint >= right) {
            return fine.rightHand().get(joint - right);
        }
        if (joint >= left) {
            return fine.leftHand().get(joint - left);
        }
        return joint == SmplFamily.BODY_JOINTS ? fine.jaw() : fine.eyes().get(joint - SmplFamily.BODY_JOINTS - 1);
    }

    /** The rotations of all joints. */
    public static List<Quaternion> of(BodyParameters body, int joints) {
        return IntStream.range(0, joints).mapToObj(joint -> of(body, joint, joints)).toList();
    }
}
