package org.posescope.track;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.posescope.pose.Person;

/** Smooths the motion of tracked people. Frames come in order; one thread uses it at a time. */
public final class Smoother {
    private static final long FORGET_AFTER_MICROS = 1_000_000;

    private final SmoothingSettings settings;
    private final Map<Integer, PersonFilter> filters = new HashMap<>();

    public Smoother(SmoothingSettings settings) {
        this.settings = settings;
    }

    /** The same people with steadier numbers; ids and scores are not touched. */
    public List<Person> smooth(List<Person> people, long ptsMicros) {
        filters.values().removeIf(filter -> Math.abs(ptsMicros - filter.lastMicros()) > FORGET_AFTER_MICROS);
        return people.stream().map(person -> filters
                .computeIfAbsent(person.id(), id -> new PersonFilter(settings, ptsMicros)).smooth(person, ptsMicros))
                .toList();
    }
}
