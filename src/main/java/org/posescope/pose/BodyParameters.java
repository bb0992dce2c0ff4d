package org.posescope.pose;

import java.util.List;

/**
 * Parameters of an SMPL-style body (Loper et al. 2015).
 *
 * @param rotations   24 joint rotations relative to the parent, first the global orientation, in the order of SMPL's
 *                    kinematic tree
 * @param betas       10 shape components
 * @param translation of the body model's origin, metres, camera frame
 */
public record BodyParameters(List<Quaternion> rotations, List<Float> betas, Vector3 translation) {
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
}
