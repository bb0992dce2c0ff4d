package org.posescope.track;

import java.util.List;

import org.posescope.pose.Person;

/** Smooths the bodies of tracked people. Frames come in order; one thread uses it at a time. */
public final class BodySmoother {
    private final PerTrack<BodyFilter> filters;

    public BodySmoother(SmoothingSettings settings) {
        filters = new PerTrack<>(() -> new BodyFilter(settings));
    }

    /** The same people with steadier bodies, where they have one; nothing else is touched. */
    public List<Person> smooth(List<Person> people, long ptsMicros) {
        filters.frame(ptsMicros);
        return people.stream().map(person -> person.body().map(body -> person.withBody(filters.use(person.id(),
                ptsMicros, (filter, seconds) -> filter.smooth(body, seconds)))).orElse(person)).toList();
    }
}
