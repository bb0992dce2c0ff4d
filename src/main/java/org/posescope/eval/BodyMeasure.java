package org.posescope.eval;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What is measured of a body besides the places of its joints.
 *
 * @param name  what to call it in a table
 * @param unit  {@code degrees}, or {@code ratio}
 * @param needs the joints that have to be known on both sides, without {@code left_} and {@code right_}
 * @param of    which poses of the truth count
 * @param value of one pose
 */
record BodyMeasure(String name, String unit, List<String> needs, Predicate<Limbs> of, ToDoubleFunction<Limbs> value) {
    private static final String DEGREES = "degrees";
    private static final String RATIO = "ratio";
    private static final List<String> LEGS = List.of("hip", "knee", "ankle");
    private static final List<String> TRUNK = List.of("hip", "shoulder");
    private static final List<String> STANCE = List.of("hip", "knee", "ankle", "shoulder");

    /** All of them, in the order of a table. */
    static final List<BodyMeasure> ALL = List.of(
            new BodyMeasure("knee flexion", DEGREES, LEGS, any -> true, Limbs::kneeFlexion),
            new BodyMeasure("knee flexion, standing", DEGREES, STANCE, Limbs::standing, Limbs::kneeFlexion),
            new BodyMeasure("torso lean", DEGREES, TRUNK, any -> true, Limbs::lean),
            new BodyMeasure("torso lean, standing", DEGREES, STANCE, Limbs::standing, Limbs::lean),
            new BodyMeasure("thigh : shin", RATIO, LEGS, any -> true,
                    limbs -> limbs.length("hip", "knee") / limbs.length("knee", "ankle")),
            new BodyMeasure("upper arm : forearm", RATIO, List.of("shoulder", "elbow", "wrist"), any -> true,
                    limbs -> limbs.length("shoulder", "elbow") / limbs.length("elbow", "wrist")),
            new BodyMeasure("leg : trunk", RATIO, STANCE, any -> true, limbs -> limbs.leg() / limbs.trunkLength()),
            new BodyMeasure("arm : trunk", RATIO, List.of("hip", "shoulder", "elbow", "wrist"), any -> true,
                    limbs -> limbs.arm() / limbs.trunkLength()),
            new BodyMeasure("shoulders : hips", RATIO, TRUNK, any -> true,
                    limbs -> limbs.width("shoulder") / limbs.width("hip")));

    BodyMeasure {
        needs = List.copyOf(needs);
    }
}
