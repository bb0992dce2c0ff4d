package org.posescope.record.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;

/**
 * The 70 face points of OpenPose among the 468 of MediaPipe's face mesh: the 68 of the iBUG annotation (jaw from the person's right ear to
 * the left, eyebrows, nose, eyes, lips), then the pupils, right and left, for which the middle of the lids stands where no irises are seen.
 */
final class OpenPoseFace {
    private static final int[] IBUG_68 = {162, 234, 93, 58, 172, 136, 149, 148, 152, 377, 378, 365, 397, 288, 323, 454,
        389, 71, 63, 105, 66, 107, 336, 296, 334, 293, 301, 168, 197, 5, 4, 75, 97, 2, 326, 305, 33, 160, 158, 133, 153,
        144, 362, 385, 387, 263, 373, 380, 61, 39, 37, 0, 267, 269, 291, 405, 314, 17, 84, 181, 78, 82, 13, 312, 308,
        317, 14, 87};
    private static final int[] RIGHT_LIDS = {33, 159, 133, 145};
    private static final int[] LEFT_LIDS = {362, 386, 263, 374};

    private static final int RIGHT_IRIS = 468;
    private static final int LEFT_IRIS = 473;

    private OpenPoseFace() {}

    /** @param face {@link Skeletons#FACE468} or {@link Skeletons#FACE478} */
    static List<Keypoint> of(Keypoints face) {
        List<Keypoint> points = new ArrayList<>(IntStream.of(IBUG_68).mapToObj(face.points()::get).toList());
        if (face.skeleton().equals(Skeletons.FACE478)) {
            points.add(face.points().get(RIGHT_IRIS));
            points.add(face.points().get(LEFT_IRIS));
        } else {
            points.add(middle(face, RIGHT_LIDS));
            points.add(middle(face, LEFT_LIDS));
        }
        return points;
    }

    private static Keypoint middle(Keypoints face, int[] points) {
        float x = 0;
        float y = 0;
        for (int point : points) {
            x += face.points().get(point).x() / points.length;
            y += face.points().get(point).y() / points.length;
        }
        return new Keypoint(x, y, face.points().get(points[0]).score());
    }
}
