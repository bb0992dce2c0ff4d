package org.posescope.importer.recognition;

import java.util.Map;
import java.util.Optional;

/** Which skeleton a network of one person gives, by the number of its points. */
final class PointSkeletons {
    private static final Map<Integer, String> IDS = Map.of(17, "coco17", 26, "halpe26", 133, "coco-wholebody133");

    private PointSkeletons() {}

    static Optional<String> of(int points) {
        return Optional.ofNullable(IDS.get(points));
    }
}
