package org.posescope.pose.blazepose;

import java.util.stream.IntStream;

import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;

/** The COCO keypoints among BlazePose's landmarks: the points of the same names. */
final class CocoFromBlazePose {
    private static final int[] SOURCES = Skeletons.COCO17.names().stream().mapToInt(Skeletons.BLAZEPOSE33::index)
            .toArray();

    private CocoFromBlazePose() {}

    static Keypoints map(Keypoints blazePose) {
        return new Keypoints(Skeletons.COCO17,
                IntStream.of(SOURCES).mapToObj(source -> blazePose.points().get(source)).toList());
    }
}
