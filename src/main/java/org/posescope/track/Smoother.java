package org.posescope.track;

import java.util.List;

import org.posescope.pose.Person;

/** Smooths the motion of tracked people. Frames come in order; one thread uses it at a time. */
public final class Smoother {
    private final PerTrack<PersonFilter> filters;

    public Smoother(SmoothingSettings settings) {
        filters = new PerTrack<>(() -> new PersonFilter(settings));
    }

    /** The same people with steadier numbers; ids, scores and bodies are not touched. */
    public List<Person> smooth(List<Person> people, long ptsMicros) {
        filters.frame(ptsMicros);
        return people.stream().map(person -> filters.use(person.id(), ptsMicros,
                (filter, seconds) -> filter.smooth(person, seconds))).toList();
    }
}
