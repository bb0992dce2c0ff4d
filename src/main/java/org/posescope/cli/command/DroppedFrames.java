package org.posescope.cli.command;

import java.util.List;

import org.posescope.pipeline.metrics.Counts;

/** What is said at the end of a run that kept up with a live source by leaving frames out. */
final class DroppedFrames {
    private DroppedFrames() {}

    /** One sentence, or none when every frame was looked at. */
    static List<String> sentences(Counts counts) {
        long superseded = counts.dropped().getOrDefault("superseded", 0L);
        return superseded == 0
                ? List.of()
                : List.of(superseded + " of " + counts.read()
                        + " frames were left out, because the source is live and newer"
                        + " ones came before these could be looked at");
    }
}
