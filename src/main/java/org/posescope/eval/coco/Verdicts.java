package org.posescope.eval.coco;

import java.util.List;

/**
 * What became of the people found in one picture, at each similarity threshold.
 *
 * @param scores   of the people found, highest first
 * @param hits     by threshold, in the order of the scores
 * @param expected people to be found
 */
record Verdicts(List<Double> scores, List<List<Hit>> hits, int expected) {
    /** Whether somebody found is somebody annotated. */
    enum Hit {
        RIGHT, WRONG, NOT_COUNTED
    }
}
