package org.posescope.workshop.demo.motion;

/**
 * A foot on the floor.
 *
 * @param place   below the ankle, and where the toes point
 * @param contact when the heel comes down
 * @param liftOff when the toes leave
 */
record Footprint(Standpoint place, double contact, double liftOff) {
    Footprint until(double time) {
        return new Footprint(place, contact, time);
    }
}
