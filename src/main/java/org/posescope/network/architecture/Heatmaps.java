package org.posescope.network.architecture;

import java.util.Optional;

/** What the top-down networks that give one heatmap for each point have in common. */
final class Heatmaps {
    static final String DECODER = "heatmaps";
    static final String OUTPUT = "heatmaps";

    private static final int COCO_POINTS = 17;

    private Heatmaps() {}

    /** Networks with the number of COCO's points are trained on COCO. */
    static Optional<String> skeleton(int points) {
        return points == COCO_POINTS ? Optional.of("coco17") : Optional.empty();
    }
}
