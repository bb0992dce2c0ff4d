package org.posescope.pose.heatmap;

import java.util.List;

import org.posescope.frame.Region;
import org.posescope.pose.Keypoint;

/** The outputs of a network for a batch of people; holds copies, because a session's outputs do not stay. */
interface PointDecoder {
    /** The points of one picture of the batch, in pixels of the frame that the region was seen in; scores 0..1. */
    List<Keypoint> decode(int picture, Region region);
}
