package org.posescope.workshop.demo.stage;

import java.util.Map;

import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.surface.BodyPart;

/**
 * How a part of the outfit lies on the body.
 *
 * @param thickness  above the skin, metres
 * @param rounds     of smoothing, which bridge what lies below
 * @param folds      how high its folds are, metres
 * @param variation  of its lightness, as a share
 */
record Cloth(double thickness, int rounds, double folds, double variation) {
    private static final Map<BodyPart, Cloth> ALL = Map.of(
            BodyPart.SKIN, new Cloth(0, 0, 0, 0.012),
            BodyPart.HAIR, new Cloth(0, 0, 0.0022, 0.2),
            BodyPart.SHIRT, new Cloth(0.016, 10, 0.0020, 0.03),
            BodyPart.TROUSERS, new Cloth(0.016, 12, 0.0018, 0.04),
            BodyPart.SHOES, new Cloth(0, 0, 0, 0.03));

    static Cloth of(BodyPart part) {
        return ALL.get(part);
    }

    /** Between -1 and 1, at a place of the body at rest: long waves, no two alike. */
    static double wave(Vec3 p, double seed) {
        double bend = 2.1 * StrictMath.sin(17 * p.x() + 9 * p.y() + seed);
        double along = StrictMath.sin(46 * p.y() + 24 * p.z() + 31 * p.x() + bend + 3 * seed);
        double across = StrictMath.sin(38 * p.z() - 27 * p.x() + 21 * p.y() + 1.7 * bend);
        return 0.6 * along + 0.4 * across;
    }
}
