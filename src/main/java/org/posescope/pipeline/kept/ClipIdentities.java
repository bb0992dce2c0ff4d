package org.posescope.pipeline.kept;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.posescope.pose.Person;

/**
 * Gives the people whom a tracker follows the identities of the clip: whoever stands where somebody was seen at about the same time is
 * that person, anybody else is new. One thread uses it at a time.
 */
final class ClipIdentities {
    /** Of likeness, for somebody who gets their identity. */
    private static final double ALIKE = 0.3;
    /** Of likeness, for two identities that become one. */
    private static final double SAME = 0.5;
    /** Only frames so near tell that two identities are one. */
    private static final long NEXT_MICROS = 250_000;

    private final KeptClip clip;
    private final KeptMotion motion;
    private final Map<Integer, Integer> names = new HashMap<>();
    private long scene = -1;

    ClipIdentities(KeptClip clip, KeptMotion motion) {
        this.clip = clip;
        this.motion = motion;
    }

    boolean isOf(KeptClip other, KeptMotion otherMotion) {
        return clip.equals(other) && motion.equals(otherMotion);
    }

    /** People with the identities of a tracker in, those with the clip's out; 0 stays 0. */
    List<Person> name(long positionMicros, long nowScene, List<Person> people) {
        if (scene != nowScene) {
            scene = nowScene;
            names.clear();
        }
        List<KeptFrame> near = clip.near(motion, positionMicros);
        recognise(people, near);
        List<Person> named = people.stream().map(this::named).sorted(Comparator.comparingInt(Person::id)).toList();
        clip.identities().seen(named.stream().map(Person::id).filter(id -> id > 0).toList());
        near.stream().filter(frame -> Math.abs(frame.positionMicros() - positionMicros) <= NEXT_MICROS)
                .forEach(frame -> join(named, clip.people(frame)));
        return named;
    }

    private void recognise(List<Person> people, List<KeptFrame> near) {
        Set<Integer> taken = new HashSet<>();
        people.stream().filter(person -> names.containsKey(person.id())).forEach(person -> taken.add(name(person)));
        for (KeptFrame frame : near) {
            List<Person> free = new ArrayList<>(clip.people(frame));
            free.removeIf(person -> person.id() == 0 || taken.contains(person.id()));
            Likeness.pairs(strangers(people), free, ALIKE).forEach((stranger, known) -> {
                names.put(stranger.id(), known.id());
                taken.add(known.id());
            });
        }
        strangers(people).forEach(stranger -> names.put(stranger.id(), clip.identities().fresh()));
    }

    private List<Person> strangers(List<Person> people) {
        return people.stream().filter(person -> person.id() > 0 && !names.containsKey(person.id())).toList();
    }

    private int name(Person person) {
        return clip.identities().of(names.get(person.id()));
    }

    private Person named(Person person) {
        return person.id() == 0 ? person : person.withId(name(person));
    }

    private void join(List<Person> named, List<Person> known) {
        Likeness.pairs(named, known, SAME).forEach((one, other) -> {
            if (one.id() > 0 && other.id() > 0) {
                boolean _ = clip.identities().join(one.id(), other.id());
            }
        });
    }
}
