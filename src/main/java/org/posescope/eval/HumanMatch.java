package org.posescope.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.posescope.body.math.Vec3;

/**
 * Somebody true and somebody found who are the same.
 *
 * @param distance of their hips, in units of how far apart they may be
 */
record HumanMatch(PosedHuman truth, PosedHuman found, double distance) {
    /** In parts of the true person's height in the picture. */
    private static final double NEAR_IN_PICTURE = 0.25;
    /** In metres. */
    private static final double NEAR_IN_SPACE = 0.5;

    /**
     * Who is who: nearest hips first, and nobody twice. Hips are compared in the picture where both sides know them there, else
     * in space. Where one person is known and one is found without a picture they are the same, wherever the found one stands.
     */
    static List<HumanMatch> among(List<PosedHuman> truth, List<PosedHuman> found) {
        List<HumanMatch> all = new ArrayList<>();
        boolean alone = truth.size() == 1 && found.size() == 1;
        for (PosedHuman human : truth) {
            for (PosedHuman person : found) {
                Optional<Double> distance = inPicture(human, person);
                if (distance.isEmpty()) {
                    distance = alone ? Optional.of(0.0) : inSpace(human, person);
                }
                distance.filter(d -> d < 1).ifPresent(d -> all.add(new HumanMatch(human, person, d)));
            }
        }
        all.sort(Comparator.comparingDouble(HumanMatch::distance));
        Set<PosedHuman> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<PosedHuman> given = Collections.newSetFromMap(new IdentityHashMap<>());
        List<HumanMatch> matches = new ArrayList<>();
        for (HumanMatch match : all) {
            if (!taken.contains(match.truth) && !given.contains(match.found)) {
                taken.add(match.truth);
                given.add(match.found);
                matches.add(match);
            }
        }
        return matches;
    }

    private static Optional<Double> inPicture(PosedHuman human, PosedHuman person) {
        return distance(human.hipsSeen(), person.hipsSeen(), NEAR_IN_PICTURE * human.heightSeen());
    }

    private static Optional<Double> inSpace(PosedHuman human, PosedHuman person) {
        return distance(human.hips(), person.hips(), NEAR_IN_SPACE);
    }

    private static Optional<Double> distance(Optional<Vec3> a, Optional<Vec3> b, double near) {
        return a.isEmpty() || b.isEmpty() ? Optional.empty() : Optional.of(a.get().distance(b.get()) / near);
    }
}
