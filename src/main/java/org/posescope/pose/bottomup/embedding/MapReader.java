package org.posescope.pose.bottomup.embedding;

import java.util.List;
import java.util.Map;

import org.posescope.tensor.Tensor;

/** Reads people out of what a network of associative embedding gives for a picture. One thread uses it at a time. */
interface MapReader {
    /**
     * The people, surest first, points in pixels of the input.
     *
     * @param outputs by name
     * @param rows    of the input
     * @param columns of the input
     */
    List<FoundPose> read(Map<String, Tensor> outputs, int rows, int columns);
}
