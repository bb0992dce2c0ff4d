package org.posescope.draw.avatar;

import java.util.EnumMap;
import java.util.Map;

/** What the meshes of an avatar add to its face: by movement, and at all times. */
final class MorphSums {
    private final Map<FaceMovement, MorphSum> moving = new EnumMap<>(FaceMovement.class);
    private final MorphSum resting = new MorphSum();

    MorphSum of(FaceMovement movement) {
        return moving.computeIfAbsent(movement, any -> new MorphSum());
    }

    /** What belongs to the avatar at rest. */
    MorphSum resting() {
        return resting;
    }

    Map<FaceMovement, Morph> byMovement() {
        Map<FaceMovement, Morph> whole = new EnumMap<>(FaceMovement.class);
        moving.forEach((movement, sum) -> whole.put(movement, sum.whole()));
        return whole;
    }
}
