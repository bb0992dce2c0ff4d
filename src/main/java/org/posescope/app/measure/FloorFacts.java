package org.posescope.app.measure;

import java.util.Map;
import java.util.Optional;

import org.posescope.body.floor.Ground;
import org.posescope.measure.band.GaitCycles;

/**
 * What is known of the floor and of who walks on it.
 *
 * @param cycles of feet that stood
 */
record FloorFacts(Optional<Ground> ground, Map<Foot, GaitCycles> cycles) {
    static final FloorFacts NONE = new FloorFacts(Optional.empty(), Map.of());

    FloorFacts {
        cycles = Map.copyOf(cycles);
    }
}
