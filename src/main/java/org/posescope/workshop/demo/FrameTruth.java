package org.posescope.workshop.demo;

import java.util.List;

/**
 * What is true of one frame.
 *
 * @param index  from 0
 * @param people in the order of their ids
 */
record FrameTruth(int index, List<PersonTruth> people) {
    FrameTruth {
        people = List.copyOf(people);
    }
}
