package org.posescope.body.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Face;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;

class EyeTurnTest {
    private static final double EYE = 30;

    /** In the picture the person's left is right. */
    @Test
    void eyes_turn_to_where_the_irises_are() {
        EyeTurn gaze = EyeTurn.of(face(Skeletons.FACE478, 0.1, -0.05));
        assertThat(gaze.left()).isCloseTo(Math.asin(3 / 10.5), within(1e-4));
        assertThat(gaze.down()).isCloseTo(-Math.asin(1.5 / 10.5), within(1e-4));

        List<Quaternion> eyes = gaze.eyes();
        Vec3 direction = Wrist.rotation(eyes.getFirst()).apply(Vec3.Z);
        assertThat(direction.x()).isPositive();
        assertThat(direction.y()).isPositive();
        assertThat(eyes.getLast()).isEqualTo(eyes.getFirst());
    }

    @Test
    void irises_outside_of_the_eyes_turn_them_as_far_as_eyes_turn() {
        EyeTurn gaze = EyeTurn.of(face(Skeletons.FACE478, -3, 3));
        assertThat(gaze).isEqualTo(new EyeTurn(-Math.toRadians(40), Math.toRadians(25)));
    }

    @Test
    void a_face_without_irises_looks_ahead() {
        assertThat(EyeTurn.of(face(Skeletons.FACE468, 1, 1))).isEqualTo(EyeTurn.AHEAD);
        assertThat(EyeTurn.AHEAD.eyes()).containsOnly(new Quaternion(1, 0, 0, 0));
    }

    /** The irises are so far from the middles of the eyes, in units of their widths. */
    private static Face face(Skeleton skeleton, double toLeft, double down) {
        Keypoint[] points = new Keypoint[skeleton.size()];
        Arrays.fill(points, new Keypoint(0, 0, 1));
        points[33] = new Keypoint(0, 0, 1);
        points[133] = new Keypoint((float) EYE, 0, 1);
        points[362] = new Keypoint((float) (2 * EYE), 0, 1);
        points[263] = new Keypoint((float) (3 * EYE), 0, 1);
        if (skeleton.equals(Skeletons.FACE478)) {
            points[468] = new Keypoint((float) (EYE * (0.5 + toLeft)), (float) (EYE * down), 1);
            points[473] = new Keypoint((float) (EYE * (2.5 + toLeft)), (float) (EYE * down), 1);
        }
        return new Face(1, new Keypoints(skeleton, List.of(points)),
                Collections.nCopies(skeleton.size(), 0f));
    }
}
