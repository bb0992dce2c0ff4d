package org.posescope.body.build;

/** Spreads the twist of a joint along a bone, so that no cross-section takes all of it. */
final class Twists {
    private final Vec3[] joints;
    private final Rotation[] turn;
    private final double[] own;
    private final double[] next;

    /**
     * The twists of a pose.
     *
     * @param joints of the rest pose
     * @param turn   rotation of each joint from the rest pose, in the world's axes
     */
    Twists(Vec3[] joints, Rotation[] turn) {
        this.joints = joints;
        this.turn = turn;
        own = new double[turn.length];
        next = new double[turn.length];
        for (int j = 1; j < turn.length; j++) {
            int child = limbEnd(j);
            if (child > 0) {
                Vec3 axis = axis(j, child);
                own[j] = turn[SmplJoints.parent(j)].inverse().times(turn[j]).twist(axis);
                if (takesTwistOfNext(j)) {
                    next[j] = turn[j].inverse().times(turn[child]).twist(axis);
                }
            }
        }
    }

    private Vec3 axis(int joint, int child) {
        return joints[child].minus(joints[joint]).unit();
    }

    /** The joint at the other end of a limb's bone; 0 for joints of the trunk, hands and feet. */
    private static int limbEnd(int joint) {
        return switch (joint) {
            case 1, 2, 4, 5 -> joint + 3;
            case 16, 17, 18, 19 -> joint + 2;
            case SmplJoints.NECK -> SmplJoints.HEAD;
            default -> 0;
        };
    }

    private static boolean takesTwistOfNext(int joint) {
        return switch (joint) {
            case 4, 5, SmplJoints.NECK, 18, 19 -> true;
            default -> false;
        };
    }

    /** How the part of a bone beside a point of the rest shape turns. */
    Rotation turn(int joint, Vec3 point) {
        int child = limbEnd(joint);
        if (child == 0) {
            return turn[joint];
        }
        Vec3 bone = joints[child].minus(joints[joint]);
        double along = Math.clamp(point.minus(joints[joint]).dot(bone) / bone.dot(bone), 0, 1);
        double angle = (along - 1) * own[joint] + along * next[joint];
        return turn[joint].times(Rotation.about(bone.unit(), angle));
    }
}
