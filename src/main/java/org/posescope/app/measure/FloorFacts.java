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

    /** A foot of somebody. */
    record Foot(int person, boolean left) {
        /** By whose contacts a curve goes: the foot of its side, of the trunk the left one. */
        static Foot of(Curve curve) {
            return new Foot(curve.person(), !curve.angle().name().startsWith("RIGHT_"));
        }
    }

    FloorFacts {
        cycles = Map.copyOf(cycles);
    }
}
