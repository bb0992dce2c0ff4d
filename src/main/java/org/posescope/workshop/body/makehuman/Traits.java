package org.posescope.workshop.body.makehuman;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.posescope.body.math.Vec3;

/**
 * What somebody's body is like, in MakeHuman's macro parameters, each 0..1. Targets are mixed as MakeHuman mixes them: the share of
 * each is the product of the shares of the levels that its name is made of.
 *
 * @param sex         0 female, 1 male
 * @param age         0 young adult (25 years), 1 old (90 years)
 * @param muscle      0 little, 0.5 average, 1 much
 * @param weight      0 thin, 0.5 average, 1 heavy
 * @param height      0 short, 0.5 average, 1 tall
 * @param proportions 0 uncommon, 0.5 average, 1 ideal
 */
public record Traits(double sex, double age, double muscle, double weight, double height, double proportions) {
    /** The mean of young women and men of all three origins. */
    public static final Traits AVERAGE_ADULT = new Traits(0.5, 0, 0.5, 0.5, 0.5, 0.5);

    static final List<String> ORIGINS = List.of("african", "asian", "caucasian");

    private record Level(String name, double share) {}

    /** The base mesh changed to these traits: every vertex, helpers too. */
    public Vec3[] body(BaseMesh base, MacroTargets targets) {
        Vec3[] body = base.points();
        for (Level gender : levels(new Level("female", 1 - sex), new Level("male", sex))) {
            for (Level years : levels(new Level("young", 1 - age), new Level("old", age))) {
                double share = gender.share * years.share;
                for (String origin : ORIGINS) {
                    targets.add(String.format(Locale.ROOT, "%s-%s-%s", origin, gender.name, years.name),
                            share / ORIGINS.size(), body);
                }
                addBuild(targets, gender.name + "-" + years.name, share, body);
            }
        }
        return body;
    }

    private void addBuild(MacroTargets targets, String who, double ofAll, Vec3[] body) {
        for (Level muscles : minToMax("muscle", muscle)) {
            for (Level weights : minToMax("weight", weight)) {
                String build = String.format(Locale.ROOT, "%s-%s-%s", who, muscles.name, weights.name);
                double share = ofAll * muscles.share * weights.share;
                targets.add("universal-" + build, share, body);
                for (Level level : levels(new Level("minheight", low(height)), new Level("maxheight", high(height)))) {
                    targets.add("height/" + build + "-" + level.name, share * level.share, body);
                }
                for (Level level : levels(new Level("uncommonproportions", low(proportions)),
                        new Level("idealproportions", high(proportions)))) {
                    targets.add("proportions/" + build + "-" + level.name, share * level.share, body);
                }
            }
        }
    }

    private static List<Level> minToMax(String what, double value) {
        return levels(new Level("min" + what, low(value)),
                new Level("average" + what, 1 - low(value) - high(value)), new Level("max" + what, high(value)));
    }

    private static double low(double value) {
        return Math.max(0, 1 - 2 * value);
    }

    private static double high(double value) {
        return Math.max(0, 2 * value - 1);
    }

    private static List<Level> levels(Level... all) {
        return Stream.of(all).filter(level -> level.share > 0).toList();
    }
}
