package org.posescope.body.build;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody's body is like, in MakeHuman's macro parameters; each 0..1, the middle value 0.5 being average.
 *
 * @param sex         0 female, 1 male
 * @param age         0 young adult (25 years), 1 old (90 years)
 * @param muscle      0 little, 1 much
 * @param weight      0 thin, 1 heavy
 * @param height      0 short, 1 tall
 * @param proportions 0 uncommon, 1 ideal
 */
record Traits(double sex, double age, double muscle, double weight, double height, double proportions) {
    /** The mean of young women and men of all three ethnic targets. */
    static final Traits AVERAGE_ADULT = new Traits(0.5, 0, 0.5, 0.5, 0.5, 0.5);

    private record Share(String name, double amount) {}

    /** The base mesh changed to these traits: every vertex, helpers too, as {@link BaseMesh#points}. */
    Vec3[] body(BaseMesh base, MacroTargets targets) {
        Vec3[] body = base.points().clone();
        for (Share s : ends("female", sex, "male")) {
            for (Share a : ends("young", age, "old")) {
                double amount = s.amount * a.amount;
                for (String origin : List.of("african", "asian", "caucasian")) {
                    add(targets, "%s-%s-%s".formatted(origin, s.name, a.name), amount / 3, body);
                }
                addBuild(targets, s.name + "-" + a.name, amount, body);
            }
        }
        return body;
    }

    private void addBuild(MacroTargets targets, String who, double amount, Vec3[] body) {
        for (Share m : levels("muscle", muscle)) {
            for (Share w : levels("weight", weight)) {
                String build = "%s-%s-%s".formatted(who, m.name, w.name);
                double share = amount * m.amount * w.amount;
                add(targets, "universal-" + build, share, body);
                for (Share h : levels("height", height)) {
                    if (!h.name.startsWith("average")) {
                        add(targets, "height/" + build + "-" + h.name, share * h.amount, body);
                    }
                }
                double ideal = Math.max(0, 2 * proportions - 1);
                double uncommon = Math.max(0, 1 - 2 * proportions);
                add(targets, "proportions/" + build + "-idealproportions", share * ideal, body);
                add(targets, "proportions/" + build + "-uncommonproportions", share * uncommon, body);
            }
        }
    }

    private static void add(MacroTargets targets, String name, double share, Vec3[] body) {
        if (share != 0) {
            targets.add(name, share, body);
        }
    }

    private static List<Share> ends(String low, double value, String high) {
        return nonZero(new Share(low, 1 - value), new Share(high, value));
    }

    private static List<Share> levels(String what, double value) {
        double min = Math.max(0, 1 - 2 * value);
        double max = Math.max(0, 2 * value - 1);
        return nonZero(new Share("min" + what, min), new Share("average" + what, 1 - min - max),
                new Share("max" + what, max));
    }

    private static List<Share> nonZero(Share... shares) {
        List<Share> list = new ArrayList<>();
        for (Share share : shares) {
            if (share.amount != 0) {
                list.add(share);
            }
        }
        return list;
    }
}
