package org.posescope.pose;

import java.util.List;

/**
 * The face of a person.
 *
 * @param presence 0..1, how sure the network is that a face is there
 * @param points   {@link Skeletons#FACE468} or {@link Skeletons#FACE478}; the score of each is the presence
 * @param depths   one a point, pixels of the source frame as x and y are: smaller is nearer, 0 is about the middle of the head
 */
public record Face(float presence, Keypoints points, List<Float> depths) {
    public Face {
        depths = List.copyOf(depths);
        points.skeleton().requireSize(depths.size());
    }
}
