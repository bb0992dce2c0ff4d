package org.posescope.pose;

import java.util.List;
import java.util.Optional;

/**
 * Parameters of an SMPL-style body (Loper et al. 2015).
 *
 * @param rotations      24 joint rotations relative to the parent, first the global orientation, in the order of SMPL's
 *                       kinematic tree
 * @param betas          10 shape components
 * @param translation    of the body model's origin, metres, camera frame
 * @param fingersAndFace where they are known, for models that have them
 */
public record BodyParameters(List<Quaternion> rotations, List<Float> betas, Vector3 translation,
        Optional<FingersAndFace> fingersAndFace) {
    public static final int JOINTS = 24;
    public static final int BETAS = 10;

    public BodyParameters {
        rotations = List.copyOf(rotations);
        betas = List.copyOf(betas);
        if (rotations.size() != JOINTS || betas.size() != BETAS) {
            throw new IllegalArgumentException(
                    "a body has 24 rotations and 10 betas, not " + rotations.size() + " and " + betas.size());
        }
    }

    /** A body of whose fingers and face nothing is known. */
    public BodyParameters(List<Quaternion> rotations, List<Float> betas, Vector3 translation) {
        this(rotations, betas, translation, Optional.empty());
    }

    public BodyParameters withFingersAndFace(FingersAndFace fine) {
        return new BodyParameters(rotations, betas, translation, Optional.of(fine));
    }
}
