package org.posescope.body.hand;

import java.util.List;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * A finger of a hand at rest: three bones in a row, seen from the wrist, metres, in the body model's own axes. The first joint
 * spreads, bends and, at the thumb, twists; the others are hinges. Immutable.
 *
 * @param points the three joints and the tip
 * @param across unit axis of the hinges: turning about it bends the finger into the palm
 * @param up     unit axis about which the finger spreads, out of the back of the hand for fingers
 * @param range  least and most of each of the angles {@value #SPREAD} to {@value #LAST_BEND}, radians
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Finger(List<Vec3> points, Vec3 across, Vec3 up, double[][] range) {
    static final int SPREAD = 0;
    static final int BEND = 1;
    static final int TWIST = 2;
    static final int MIDDLE_BEND = 3;
    static final int LAST_BEND = 4;
    static final int ANGLES = 5;
    static final int BONES = 3;

    /** From the palm along the first bone. */
    Vec3 along() {
        return points.get(1).minus(points.get(0)).unit();
    }

    double boneLength(int bone) {
        return points.get(bone).distance(points.get(bone + 1));
    }

    /** What a joint turns by, in the model's axes: joint 0 to 2. */
    Rotation turn(int joint, double[] angles) {
        if (joint == 0) {
            return Rotation.about(up, angles[SPREAD]).times(Rotation.about(across, angles[BEND]))
                    .times(Rotation.about(along(), angles[TWIST]));
        }
        return Rotation.about(across, angles[joint == 1 ? MIDDLE_BEND : LAST_BEND]);
    }

    /** Whether an angle is not fixed by the finger's build. */
    boolean free(int angle) {
        return range[angle][0] < range[angle][1];
    }

    /** Brings the angles into their ranges, in place. */
    void limit(double[] angles) {
        for (int k = 0; k < ANGLES; k++) {
            angles[k] = Math.clamp(angles[k], range[k][0], range[k][1]);
        }
    }
}
