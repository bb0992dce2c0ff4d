package org.posescope.app.queue;

import java.nio.file.Path;
import java.util.List;

import org.posescope.batch.Clip;
import org.posescope.batch.Recipe;

/**
 * A queue that is to be worked off.
 *
 * @param recipe what is made of each video
 * @param folder for results and manifest
 */
record QueueRequest(List<Clip> clips, Recipe recipe, Path folder) {
    QueueRequest {
        clips = List.copyOf(clips);
    }
}
