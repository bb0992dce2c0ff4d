package org.posescope.workshop.body.makehuman;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A made-up population of adults, half of them women, for shape statistics. */
public final class Population {
    private static final long SEED = 20200101;
    private static final double SPREAD = 0.2;
    /** Adults differ more in weight than in what else MakeHuman knows. */
    private static final double WEIGHT_SPREAD = 0.3;
    /** Standard deviation of stature among adults of one sex, in metres. */
    private static final double STATURE_SPREAD = 0.065;
    /** How much MakeHuman's tallest is taller, and its shortest shorter, than its average, in metres. */
    private static final double TALLEST = 0.72;
    private static final double SHORTEST = 0.36;
    private static final double OLDEST = 0.7;
    private static final int UNIFORMS = 12;

    private final SplittableRandom random = new SplittableRandom(SEED);

    /** So many people; always the same. */
    public static List<Traits> of(int size) {
        Population population = new Population();
        List<Traits> people = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            people.add(population.person(k % 2));
        }
        return people;
    }

    private Traits person(int sex) {
        double taller = STATURE_SPREAD * normal();
        double height = 0.5 + 0.5 * taller / (taller > 0 ? TALLEST : SHORTEST);
        return new Traits(sex, OLDEST * random.nextDouble(), trait(SPREAD), trait(WEIGHT_SPREAD),
                Math.clamp(height, 0, 1), trait(SPREAD));
    }

    private double trait(double spread) {
        return Math.clamp(0.5 + spread * normal(), 0, 1);
    }

    /** About normally distributed with variance 1: a sum of uniform numbers, which is the same on every machine. */
    private double normal() {
        double sum = 0;
        for (int k = 0; k < UNIFORMS; k++) {
            sum += random.nextDouble() - 0.5;
        }
        return sum;
    }
}
