package org.posescope.pipeline.kept;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Machine;
import org.posescope.pose.Person;

/** What is known of one clip: its motion, in each way that it was looked for of late, and who is who in all of it. Thread-safe. */
final class KeptClip {
    private static final int WAYS = 2;
    /** Farther away in time nobody is known again by place. */
    private static final long NEAR_MICROS = 1_500_000;
    private static final Comparator<KeptFrame> BY_TIME = Comparator.comparingLong(KeptFrame::followedMicros)
            .thenComparingLong(KeptFrame::unbrokenMicros);

    private final boolean still;
    private final Optional<ClipFile> file;
    private final long capacity;
    private final Identities identities = new Identities();
    private final Map<MotionKey, KeptMotion> motions = new LinkedHashMap<>(WAYS, 1, true);
    private final AtomicLong changes = new AtomicLong(1);
    private final AtomicReference<PeopleEdits> edits = new AtomicReference<>(PeopleEdits.NONE);

    /**
     * @param still    whether its pictures have nothing to do with each other
     * @param file     where motion comes from and goes to
     * @param capacity bytes of the motion that is found in one way
     */
    KeptClip(boolean still, Optional<ClipFile> file, long capacity) {
        this.still = still;
        this.file = file;
        this.capacity = capacity;
    }

    boolean still() {
        return still;
    }

    synchronized KeptMotion motion(MotionKey key) {
        boolean first = motions.isEmpty();
        KeptMotion motion = motions.get(key);
        if (motion == null) {
            motion = new KeptMotion(capacity);
            motions.put(key, motion);
            if (first) {
                load(key, motion);
            }
        }
        if (motions.size() > WAYS) {
            MotionKey eldest = motions.keySet().iterator().next();
            save(eldest, motions.remove(eldest));
        }
        return motion;
    }

    /** Only what comes first: identities of another run mean nothing beside those of this one. */
    private void load(MotionKey key, KeptMotion motion) {
        file.flatMap(each -> each.load(key)).ifPresent(stored -> {
            motion.take(stored);
            stored.frames().forEach(
                    frame -> identities.seen(frame.people().stream().map(Person::id).filter(id -> id > 0).toList()));
            PeopleEdits known = file.orElseThrow().loadEdits(key);
            known.done().forEach(edit -> numbers(edit).forEach(id -> identities.seen(List.of(id))));
            edits.set(known);
        });
    }

    /** So that none of them is given to anybody else. */
    private static List<Integer> numbers(PeopleEdit edit) {
        List<Integer> numbers = new ArrayList<>();
        PeopleEdit _ = edit.renumbered(id -> {
            numbers.add(id);
            return id;
        });
        return numbers;
    }

    private void save(MotionKey key, KeptMotion motion) {
        file.ifPresent(each -> motion.news().ifPresent(news -> each.save(key, new StoredMotion(news.whole(),
                news.frames().stream().map(frame -> frame.with(people(frame))).toList()))));
    }

    /** Writes what has changed to files. */
    void save() {
        Map<MotionKey, KeptMotion> all;
        synchronized (this) {
            all = new LinkedHashMap<>(motions);
        }
        all.forEach(this::save);
        all.keySet().forEach(key -> file.ifPresent(each -> each.saveEdits(key, edits())));
    }

    /** Whether all of it was looked at as a plan says. */
    synchronized boolean isWhole(Plan plan) {
        Plan wanted = plan.withMachine(Machine.DEFAULT);
        return motions.entrySet().stream()
                .anyMatch(entry -> entry.getKey().plan().equals(wanted) && entry.getValue().whole());
    }

    private synchronized List<KeptMotion> others(KeptMotion but) {
        return motions.values().stream().filter(each -> !each.equals(but)).toList();
    }

    Identities identities() {
        return identities;
    }

    /** The people of a frame by the identities that they have by now. */
    List<Person> people(KeptFrame frame) {
        return named(frame.people());
    }

    private Map<Integer, Float> named(Map<Integer, Float> sureness) {
        return sureness.entrySet().stream()
                .collect(Collectors.toMap(entry -> identities.of(entry.getKey()), Map.Entry::getValue, Math::max));
    }

    private List<Person> named(List<Person> people) {
        return people.stream().map(person -> person.withId(identities.of(person.id())))
                .sorted(Comparator.comparingInt(Person::id)).toList();
    }

    /** What the user made of who is who, by the identities that people have by now. */
    PeopleEdits edits() {
        return edits.get().renumbered(identities::of);
    }

    void edit(PeopleEdits wanted) {
        edits.set(wanted);
        changes.incrementAndGet();
    }

    /** Another number whenever what is kept may be another. */
    long changes() {
        return changes.get();
    }

    /** Who was seen when, in the order of time. */
    List<Attendance> attendance(KeptMotion motion) {
        PeopleEdits now = edits();
        return motion.frames().stream().map(frame -> new Attendance(frame.positionMicros(),
                now.apply(frame.positionMicros(), named(frame.sureness())))).toList();
    }

    /** What is kept of one motion, in the order of time. */
    List<FoundFrame> found(KeptMotion motion) {
        PeopleEdits now = edits();
        return motion.frames().stream().map(frame -> new FoundFrame(frame.positionMicros(), frame, frame::people,
                id -> id == 0 ? OptionalInt.empty() : now.shown(identities.of(id), frame.positionMicros()))).toList();
    }

    /** Frames of about the same time, the nearest first: of that motion, or else of another one. */
    List<KeptFrame> near(KeptMotion motion, long positionMicros) {
        long within = still ? 0 : NEAR_MICROS;
        List<KeptFrame> near = new ArrayList<>(motion.near(positionMicros, within));
        if (near.isEmpty()) {
            others(motion).forEach(other -> near.addAll(other.near(positionMicros, within)));
        }
        near.sort(Comparator.comparingLong(frame -> Math.abs(frame.positionMicros() - positionMicros)));
        return near;
    }

    /**
     * Keeps a frame, unless a better one is kept.
     *
     * @param exact whether it was found with no frame left out that the source gives: then nothing counts but how long that is so, and one
     *              that is just as good gives way
     * @return the one that is kept now
     */
    KeptFrame keep(KeptMotion motion, KeptFrame frame, boolean exact) {
        changes.incrementAndGet();
        Optional<KeptFrame> better = motion.at(frame.positionMicros())
                .filter(before -> exact
                        ? before.unbrokenMicros() > frame.unbrokenMicros()
                        : BY_TIME.compare(before, frame) >= 0);
        KeptFrame kept = better.orElse(frame);
        if (better.isEmpty()) {
            motion.put(frame);
        }
        return kept;
    }
}
