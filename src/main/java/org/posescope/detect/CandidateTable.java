package org.posescope.detect;

import org.posescope.pose.Box;
import org.posescope.tensor.Tensor;

/**
 * An output that holds so many values of each candidate.
 *
 * @param across whether the values of a candidate lie one behind the other, and not those of all candidates
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record CandidateTable(float[] data, int count, int values, boolean across) {
    /** Of (1, candidates, values). */
    static CandidateTable rows(Tensor tensor) {
        return new CandidateTable(tensor.toArray(), tensor.dimension(1), tensor.dimension(2), true);
    }

    /** Of (1, values, candidates). */
    static CandidateTable columns(Tensor tensor) {
        return new CandidateTable(tensor.toArray(), tensor.dimension(2), tensor.dimension(1), false);
    }

    float get(int candidate, int value) {
        return across ? data[candidate * values + value] : data[value * count + candidate];
    }

    /** Of corners in its first four values. */
    Box corners(int candidate) {
        return Box.ofCorners(get(candidate, 0), get(candidate, 1), get(candidate, 2), get(candidate, 3));
    }

    /**
     * Of centre and sides in its first four values.
     *
     * @param unitX of centre and width, in pixels
     * @param unitY of centre and height, in pixels
     */
    Box centered(int candidate, float unitX, float unitY) {
        float x = get(candidate, 0) * unitX;
        float y = get(candidate, 1) * unitY;
        float halfWidth = get(candidate, 2) * unitX / 2;
        float halfHeight = get(candidate, 3) * unitY / 2;
        return Box.ofCorners(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }

    /** Which of some values is the greatest, counted from the first of them. */
    int greatest(int candidate, int from, int to) {
        int best = from;
        for (int i = from + 1; i < to; i++) {
            if (get(candidate, i) > get(candidate, best)) {
                best = i;
            }
        }
        return best - from;
    }
}
