package org.posescope.pose.detail;

import org.posescope.frame.Region;
import org.posescope.pose.Keypoints;

/**
 * A hand or a face that was seen in a frame.
 *
 * @param points     of it, in the picture
 * @param nextRegion where to look for it in the next frame
 */
public record SeenPart<P>(P part, Keypoints points, Region nextRegion) {}
