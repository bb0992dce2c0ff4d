package org.posescope.record.live;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Skeletons;
import org.posescope.record.motion.MotionFrame;
import org.posescope.record.motion.RestSkeleton;

/**
 * Virtual Motion Capture protocol, performer to marionette (protocol.vmc.info): the bones of a VRM humanoid in Unity's axes, left-handed, x to the
 * right of who faces z, y up. A body here has its left at x, so that all is mirrored at x = 0. It moves one avatar: that of the person
 * who has been followed longest.
 */
final class VmcProtocol implements LiveProtocol {
    private static final List<HumanBone> BONES = List.of(bone("Hips", "pelvis"), bone("Spine", "spine1"),
            // Avatars may lack an upper chest, so the chest turns for both.
            bone("Chest", "spine2", "spine3"), bone("UpperChest"), bone("Neck", "neck"), bone("Head", "head"),
            bone("LeftShoulder", "left_collar"), bone("LeftUpperArm", "left_shoulder"),
            bone("LeftLowerArm", "left_elbow"), bone("LeftHand", "left_wrist"), bone("RightShoulder", "right_collar"),
            bone("RightUpperArm", "right_shoulder"), bone("RightLowerArm", "right_elbow"),
            bone("RightHand", "right_wrist"),
            bone("LeftUpperLeg", "left_hip"), bone("LeftLowerLeg", "left_knee"), bone("LeftFoot", "left_ankle"),
            bone("LeftToes", "left_foot"), bone("RightUpperLeg", "right_hip"), bone("RightLowerLeg", "right_knee"),
            bone("RightFoot", "right_ankle"), bone("RightToes", "right_foot"));

    private final RestSkeleton rest;

    /** A bone of the avatar, and the joints of the body whose turns it makes. */
    private record HumanBone(String name, List<String> joints) {}

    VmcProtocol(BodyModel model) {
        rest = new RestSkeleton(model, new float[BodyParameters.BETAS]);
    }

    private static HumanBone bone(String name, String... joints) {
        return new HumanBone(name, List.of(joints));
    }

    @Override
    public List<OscMessage> messages(double seconds, SortedMap<Integer, MotionFrame> people) {
        List<OscMessage> messages = new ArrayList<>();
        messages.add(new OscMessage("/VMC/Ext/OK", List.of(people.isEmpty() ? 0 : 1)));
        messages.add(new OscMessage("/VMC/Ext/T", List.of((float) seconds)));
        if (!people.isEmpty()) {
            MotionFrame person = people.firstEntry().getValue();
            messages.add(place("/VMC/Ext/Root/Pos", "root", Vec3.ZERO, Rotation.IDENTITY));
            for (HumanBone bone : BONES) {
                messages.add(place("/VMC/Ext/Bone/Pos", bone.name, offset(bone, person), turn(bone, person)));
            }
        }
        return messages;
    }

    private static Rotation turn(HumanBone bone, MotionFrame person) {
        Rotation turn = Rotation.IDENTITY;
        for (String joint : bone.joints) {
            turn = turn.times(person.rotations().get(Skeletons.SMPL24.index(joint)));
        }
        return turn;
    }

    private Vec3 offset(HumanBone bone, MotionFrame person) {
        if (bone.joints.isEmpty()) {
            return Vec3.ZERO;
        }
        int joint = Skeletons.SMPL24.index(bone.joints.getFirst());
        return joint == 0 ? person.pelvis() : rest.offset(joint);
    }

    private static OscMessage place(String address, String name, Vec3 place, Rotation turn) {
        Vec3 p = place.mirrored();
        Rotation q = turn.mirrored();
        return new OscMessage(address, List.of(name, (float) p.x(), (float) p.y(), (float) p.z(), (float) q.x(),
                (float) q.y(), (float) q.z(), (float) q.w()));
    }
}
