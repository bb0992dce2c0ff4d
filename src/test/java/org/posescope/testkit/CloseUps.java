package org.posescope.testkit;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.posescope.pose.Details;
import org.posescope.pose.Face;
import org.posescope.pose.Hand;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;

/** Hands and faces made up for tests: point i is at (x + i, y + 2i) and, of hands, at (i, 2i, 3i) cm. */
public final class CloseUps {
    private CloseUps() {}

    /** A left hand at (100, 0) and a face at (200, 0); no right hand. */
    public static Details details() {
        return new Details(Optional.of(hand(100)), Optional.empty(), Optional.of(face(200)));
    }

    public static Hand hand(float x) {
        List<Joint> joints = IntStream.range(0, 21)
                .mapToObj(i -> new Joint(0.01f * i, 0.02f * i, 0.03f * i, 0.75f)).toList();
        return new Hand(0.75f, keypoints(Skeletons.HAND21, x), new Joints3d(Skeletons.HAND21, joints));
    }

    public static Face face(float x) {
        return new Face(0.75f, keypoints(Skeletons.FACE468, x), Collections.nCopies(468, -1f));
    }

    private static Keypoints keypoints(Skeleton skeleton, float x) {
        return new Keypoints(skeleton, IntStream.range(0, skeleton.size())
                .mapToObj(i -> new Keypoint(x + i, 2 * i, 0.75f)).toList());
    }
}
