package org.posescope.body.hand;

import java.util.Arrays;
import java.util.List;

import org.posescope.body.math.Rotation;

/** Hands as everybody knows them: degrees of each finger, thumb first; spread, bend, twist, middle bend, last bend. */
@SuppressWarnings("ImmutableEnumChecker") // The list is that of List.of.
enum HandShape {
    OPEN("8 -20 0 0 0", "8 -5 0 0 0", "0 -5 0 0 0", "-4 -5 0 0 0", "-9 -5 0 0 0"),
    FIST("-15 25 10 45 50", "0 80 0 100 60", "0 82 0 102 60", "0 84 0 102 60", "0 86 0 100 60"),
    POINT("-10 20 10 40 40", "0 0 0 5 0", "0 80 0 100 60", "0 82 0 100 60", "0 84 0 98 60"),
    THUMB_UP("10 -25 0 0 -10", "0 78 0 100 60", "0 80 0 102 60", "0 82 0 102 60", "0 84 0 100 60"),
    PINCH("-12 22 10 20 25", "0 45 0 50 25", "0 30 0 35 20", "-3 20 0 25 15", "-6 15 0 20 10");

    private final List<String> degrees;

    HandShape(String... degrees) {
        this.degrees = List.of(degrees);
    }

    /** With the palm as at rest. */
    HandPose pose() {
        return new HandPose(Rotation.IDENTITY, degrees.stream().map(finger -> Arrays.stream(finger.split(" "))
                .mapToDouble(angle -> Math.toRadians(Integer.parseInt(angle))).toArray()).toList());
    }
}
