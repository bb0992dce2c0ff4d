package org.posescope.pipeline.kept;

import java.util.List;

/**
 * Motion as it is written to a file.
 *
 * @param whole  whether all frames of the clip were looked at one after the other
 * @param frames in the order of their places
 */
record StoredMotion(boolean whole, List<KeptFrame> frames) {
    StoredMotion {
        frames = List.copyOf(frames);
    }
}
