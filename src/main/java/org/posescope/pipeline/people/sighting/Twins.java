package org.posescope.pipeline.people.sighting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.posescope.pose.Person;

/**
 * Looks that showed a body which is somebody else's already.
 *
 * @param shown whom they showed
 * @param there everybody who is there without them, each once
 */
record Twins(List<RegionSearch.Look> looks, Set<Person> shown, List<Person> there) {
    private static final float SAME_BOX = 0.6f;

    /**
     * Of two looks that showed one body the later one is a twin.
     *
     * @param known who is there already
     */
    static Twins among(List<RegionSearch.Look> looks, List<Person> known) {
        List<RegionSearch.Look> twins = new ArrayList<>();
        Set<Person> shown = new LinkedHashSet<>();
        List<Person> there = new ArrayList<>(known);
        for (RegionSearch.Look look : looks) {
            List<Person> same = same(look.sighting().person(), there);
            if (same.isEmpty()) {
                there.add(look.sighting().person());
            } else {
                twins.add(look);
                shown.addAll(same);
            }
        }
        return new Twins(twins, shown, there);
    }

    /** Whether that is somebody else than everybody who is there, and not what painting left of the body that was shown. */
    boolean tells(Person person) {
        return same(person, there).isEmpty()
                && shown.stream().noneMatch(each -> each.box().iou(person.box()) > SAME_BOX);
    }

    private static List<Person> same(Person person, List<Person> others) {
        return others.stream().filter(other -> DuplicatePose.same(person, other)).toList();
    }
}
