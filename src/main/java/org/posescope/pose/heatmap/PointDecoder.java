package org.posescope.pose.heatmap;

import java.util.List;
import java.util.Optional;

import org.posescope.frame.Region;
import org.posescope.pose.Keypoint;

/** The outputs of a network for a batch of people; holds copies, because a session's outputs do not stay. */
interface PointDecoder {
    /** The points of one picture of the batch, in pixels of the frame that the region was seen in; scores 0..1. */
    List<Keypoint> decode(int picture, Region region);

    /** How far each of these points is behind the middle of the hips, metres; empty where a network does not tell. */
    default Optional<List<Float>> depths(int picture) {
        return Optional.empty();
    }
}
