package org.posescope.draw;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

/** Made-up people for tests of drawing. */
public final class People {
    /** A man who walks to the left, BlazePose's 33 points as x, y in thousandths of the picture's height. */
    private static final int[] WALKING = {239, 313, 240, 302, 242, 299, 245, 297, 237, 304, 236, 302, 234, 301, 264,
        292,
        261, 292, 251, 323, 249, 324, 330, 330, 302, 323, 364, 405, 347, 402, 323, 508, 309, 522, 312, 542, 302, 549,
        299, 549, 295, 556, 302, 536, 309, 542, 374, 495, 302, 491, 357, 604, 254, 597, 385, 728, 185, 701, 398, 769,
        189, 735, 343, 783, 120, 714};

    private People() {}

    public static Person walking(int height, float score) {
        float unit = height / 1000f;
        List<Keypoint> points = IntStream.range(0, WALKING.length / 2)
                .mapToObj(i -> new Keypoint(WALKING[2 * i] * unit, WALKING[2 * i + 1] * unit, score)).toList();
        return person(new Box(96 * unit, 240 * unit, 337 * unit, 560 * unit),
                new Keypoints(Skeletons.BLAZEPOSE33, points));
    }

    static Person person(Box box, Keypoints keypoints) {
        return new Person(1, 0.98f, box, List.of(keypoints), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
