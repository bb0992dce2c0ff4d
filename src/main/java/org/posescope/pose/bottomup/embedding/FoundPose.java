package org.posescope.pose.bottomup.embedding;

import java.util.List;

import org.posescope.pose.Keypoint;
import org.posescope.pose.Skeletons;

/**
 * Somebody who was found.
 *
 * @param score  the mean score of all points that were found before those that lacked were looked for
 * @param points in the order of {@link Skeletons#COCO17}, pixels of the input from its corner; score 0 where there is none
 */
record FoundPose(float score, List<Keypoint> points) {
    FoundPose {
        points = List.copyOf(points);
    }
}
