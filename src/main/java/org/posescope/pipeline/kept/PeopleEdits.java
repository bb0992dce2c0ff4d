package org.posescope.pipeline.kept;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

import org.posescope.pose.Person;

/**
 * What the user made of who is who in a clip. What is kept of the clip stays as it is.
 *
 * @param done in the order in which it was done
 */
public record PeopleEdits(List<PeopleEdit> done) {
    public static final PeopleEdits NONE = new PeopleEdits(List.of());

    public PeopleEdits {
        done = List.copyOf(done);
    }

    public PeopleEdits with(PeopleEdit edit) {
        List<PeopleEdit> all = new ArrayList<>(done);
        all.add(edit);
        return new PeopleEdits(all);
    }

    /** Without the last one. */
    public PeopleEdits undone() {
        return new PeopleEdits(done.subList(0, Math.max(0, done.size() - 1)));
    }

    PeopleEdits renumbered(IntUnaryOperator identities) {
        return new PeopleEdits(done.stream().map(edit -> edit.renumbered(identities)).toList());
    }

    /** Who somebody is at a place of the clip; empty: nobody. */
    OptionalInt identity(int id, long positionMicros) {
        OptionalInt now = OptionalInt.of(id);
        for (PeopleEdit edit : done) {
            if (now.isPresent()) {
                now = edit.identity(now.getAsInt(), positionMicros);
            }
        }
        return now;
    }

    /** As {@link #identity}; empty for those who are hidden too. */
    OptionalInt shown(int id, long positionMicros) {
        OptionalInt now = identity(id, positionMicros);
        return now.isPresent() && hidden(now.getAsInt()) ? OptionalInt.empty() : now;
    }

    public boolean hidden(int id) {
        return done.stream().filter(PeopleEdit.Hide.class::isInstance).map(PeopleEdit.Hide.class::cast)
                .filter(edit -> edit.id() == id).reduce((first, second) -> second).filter(PeopleEdit.Hide::hidden)
                .isPresent();
    }

    /** A name that the user gave, or a number such as {@code #3}. */
    public String name(int id) {
        return done.stream().filter(PeopleEdit.Rename.class::isInstance).map(PeopleEdit.Rename.class::cast)
                .filter(edit -> edit.id() == id).reduce((first, second) -> second).map(PeopleEdit.Rename::name)
                .filter(name -> !name.isEmpty()).orElse("#" + id);
    }

    /** The names that the user gave, by the identities of those who have one. */
    public Map<Integer, String> names() {
        Map<Integer, String> names = new HashMap<>();
        done.stream().filter(PeopleEdit.Rename.class::isInstance).map(PeopleEdit.Rename.class::cast)
                .forEach(edit -> names.put(edit.id(), edit.name()));
        names.values().removeIf(String::isEmpty);
        return names;
    }

    /** The people of a frame, without those who are hidden; where two are one person now, whoever is surer. */
    List<Person> apply(long positionMicros, List<Person> people) {
        if (done.isEmpty()) {
            return people;
        }
        Map<Integer, Person> known = new HashMap<>();
        List<Person> left = new ArrayList<>();
        for (Person person : people) {
            OptionalInt id = person.id() == 0 ? OptionalInt.empty() : identity(person.id(), positionMicros);
            if (person.id() == 0) {
                left.add(person);
            } else if (id.isPresent() && !hidden(id.getAsInt())) {
                known.merge(id.getAsInt(), person.withId(id.getAsInt()),
                        (one, other) -> one.score() >= other.score() ? one : other);
            }
        }
        left.addAll(known.values());
        left.sort(Comparator.comparingInt(Person::id));
        return left;
    }

    /** The same of who was seen; those who are hidden among them. */
    Map<Integer, Float> apply(long positionMicros, Map<Integer, Float> sureness) {
        Map<Integer, Float> left = new HashMap<>();
        sureness.forEach((id, sure) -> identity(id, positionMicros)
                .ifPresent(now -> left.merge(now, sure, Math::max)));
        return left;
    }
}
