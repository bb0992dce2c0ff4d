package org.posescope.pose.face;

import java.util.Map;
import java.util.Optional;

import org.posescope.frame.Region;
import org.posescope.pose.Face;
import org.posescope.tensor.Tensor;

/** Reads the outputs of a network for faces. */
@FunctionalInterface
interface FaceDecoder {
    /** The face in the region, if one is there. */
    Optional<Face> decode(Region region, Map<String, Tensor> outputs);
}
