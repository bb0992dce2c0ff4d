package org.posescope.model;

import java.util.List;
import java.util.function.Function;

/**
 * What finds the hands and the face of somebody whose pose is known, by whatever names a model there.
 *
 * @param handRegion   tells where a hand is, near where the pose has it
 * @param hand         finds the points of a hand
 * @param faceDetector tells where a face is, near where the pose has it
 * @param face         finds the points of a face
 */
public record DetailModels<M>(M handRegion, M hand, M faceDetector, M face) {
    public DetailModels {
        if (handRegion == null || hand == null || faceDetector == null || face == null) {
            throw new IllegalArgumentException(
                    "hands and faces need four models: handRegion, hand, faceDetector and face");
        }
    }

    /** The same, named otherwise. */
    public <N> DetailModels<N> map(Function<? super M, ? extends N> naming) {
        return new DetailModels<>(naming.apply(handRegion), naming.apply(hand), naming.apply(faceDetector),
                naming.apply(face));
    }

    /** All of them, in the order of the stages. */
    public List<M> all() {
        return List.of(handRegion, hand, faceDetector, face);
    }
}
