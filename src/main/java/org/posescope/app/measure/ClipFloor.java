package org.posescope.app.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.posescope.body.BodyModel;
import org.posescope.body.floor.FloorFit;
import org.posescope.measure.band.GaitCycles;
import org.posescope.pipeline.kept.FoundFrame;
import org.posescope.pose.Person;

/** Finds the floor of what is kept of a clip while more and more is. Used by one thread at a time. */
final class ClipFloor {
    /** Where frames came between others all are looked at anew when there are so many times more of them. */
    private static final double MORE = 1.25;

    private final BodyModel model;
    private FloorFit fit;
    private final List<Object> added = new ArrayList<>();
    private final Set<Integer> people = new TreeSet<>();

    /** @param model whose parameters people have */
    ClipFloor(BodyModel model) {
        this.model = model;
        this.fit = new FloorFit(model);
    }

    /** @param frames in the order of time */
    FloorFacts of(List<FoundFrame> frames) {
        if (!goesOn(frames) && (frames.size() >= MORE * added.size() || frames.size() * MORE < added.size())) {
            fit = new FloorFit(model);
            added.clear();
            people.clear();
        }
        if (goesOn(frames)) {
            frames.subList(added.size(), frames.size()).forEach(this::add);
        }
        Map<FloorFacts.Foot, GaitCycles> cycles = new HashMap<>();
        for (int person : people) {
            for (boolean left : new boolean[] {true, false}) {
                cycles.put(new FloorFacts.Foot(person, left), GaitCycles.ofStanding(fit.planted(person, left)));
            }
        }
        return new FloorFacts(fit.ground(), cycles);
    }

    @SuppressWarnings("ReferenceEquality") // A finding is one object for as long as it is kept; to compare its values costs more than the floor.
    private boolean goesOn(List<FoundFrame> frames) {
        for (int i = 0; i < added.size(); i++) {
            if (i >= frames.size() || frames.get(i).finding() != added.get(i)) {
                return false;
            }
        }
        return true;
    }

    private void add(FoundFrame frame) {
        added.add(frame.finding());
        Map<Integer, Person> known = new TreeMap<>();
        frame.people().get().forEach(person -> frame.identity().apply(person.id()).ifPresent(now -> known.merge(now,
                person.withId(now), (one, other) -> one.score() >= other.score() ? one : other)));
        people.addAll(known.keySet());
        fit.add(frame.positionMicros(), List.copyOf(known.values()));
    }
}
