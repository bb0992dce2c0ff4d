package org.posescope.pose.heatmap;

import java.util.ArrayList;
import java.util.List;

import org.posescope.frame.Region;
import org.posescope.pose.Keypoint;
import org.posescope.tensor.Tensor;

/** Reads points that a network lists itself (batch, 1, points, 3): y, x and score of each, in units of the input (MoveNet SinglePose). */
final class UnitPoints implements PointDecoder {
    private static final int VALUES = 3;

    private final float[] values;
    private final int points;

    /** @param listed copied, because a session's outputs do not stay */
    UnitPoints(Tensor listed) {
        values = listed.toArray();
        points = listed.dimension(2);
    }

    @Override
    public List<Keypoint> decode(int picture, Region region) {
        List<Keypoint> found = new ArrayList<>(points);
        for (int at = picture * points * VALUES; at < (picture + 1) * points * VALUES; at += VALUES) {
            float u = values[at + 1];
            float v = values[at];
            found.add(new Keypoint(region.frameX(u, v), region.frameY(u, v), Math.clamp(values[at + 2], 0f, 1f)));
        }
        return found;
    }
}
