package org.posescope.body.build;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A made-up population of adults, in MakeHuman's macro parameters, from which the shape components are taken. */
final class Population {
    private static final long SEED = 20200101;
    private static final double SPREAD = 0.2;
    /** Adults differ more in weight than in what else MakeHuman knows. */
    private static final double WEIGHT_SPREAD = 0.3;
    /** Standard deviation of stature among adults of one sex, in metres. */
    private static final double STATURE_SPREAD = 0.065;
    /** How much MakeHuman's tallest is taller, and its shortest shorter, than its average, in metres. */
    private static final double TALLEST = 0.72;
    private static final double SHORTEST = 0.36;
    private static final int UNIFORMS = 12;
    private static final double OLDEST = 0.7;

    private Population() {}

    /** So many people, half of them women; always the same. */
    static List<Traits> people(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Traits> people = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double taller = STATURE_SPREAD * normal(random);
            double height = 0.5 + 0.5 * taller / (taller > 0 ? TALLEST : SHORTEST);
            people.add(new Traits(k % 2, OLDEST * random.nextDouble(), trait(random, SPREAD),
                    trait(random, WEIGHT_SPREAD),
                    Math.clamp(height, 0, 1), trait(random, SPREAD)));
        }
        return people;
    }

    private static double trait(SplittableRandom random, double spread) {
        return Math.clamp(0.5 + spread * normal(random), 0, 1);
    }

    /** About normally distributed with variance 1: a sum of uniform numbers, which is the same on every machine. */
    private static double normal(SplittableRandom random) {
        double sum = 0;
        for (int k = 0; k < UNIFORMS; k++) {
            sum += random.nextDouble() - 0.5;
        }
        return sum;
    }
}
