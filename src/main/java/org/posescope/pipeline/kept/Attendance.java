package org.posescope.pipeline.kept;

import java.util.Map;

/**
 * Who was seen in a frame of a clip.
 *
 * @param positionMicros place of the frame in one pass of the clip
 * @param sureness       0..1 by identity, of those who have one
 */
public record Attendance(long positionMicros, Map<Integer, Float> sureness) {
    public Attendance {
        sureness = Map.copyOf(sureness);
    }
}
