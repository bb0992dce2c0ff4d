package org.posescope.pipeline.kept;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.posescope.pose.Camera;
import org.posescope.pose.Person;

/** The people of one frame, packed. */
final class KeptFrame {
    /** After so long a time the stages know people as well as they ever will. */
    static final long SETTLED_MICROS = 1_000_000;
    /** Of the objects around the bytes. */
    private static final int OVERHEAD = 200;

    private final long positionMicros;
    private final long followedMicros;
    private final long unbrokenMicros;
    private final Optional<Camera> camera;
    private final byte[] people;
    private final int leftOut;
    /** By identity; made when somebody asks. */
    private volatile Map<Integer, Float> sureness;

    /**
     * @param positionMicros place of the frame in one pass of its clip
     * @param followedMicros how long people had been followed by then
     * @param unbrokenMicros how long without a frame left out; {@link Unbroken#BROKEN} where that cannot be relied on
     * @param camera         that people were placed for, where somebody asked for it
     * @param leftOut        how many more people are there, whom nobody wants to see
     * @param people         as {@link PeopleBytes} makes them, owned by this
     */
    KeptFrame(long positionMicros, long followedMicros, long unbrokenMicros, Optional<Camera> camera, int leftOut,
            byte[] people) {
        this.positionMicros = positionMicros;
        this.followedMicros = followedMicros;
        this.unbrokenMicros = unbrokenMicros;
        this.camera = camera;
        this.leftOut = leftOut;
        this.people = people;
    }

    static KeptFrame of(long positionMicros, long followedMicros, long unbrokenMicros, Optional<Camera> camera,
            int leftOut, List<Person> people) {
        return new KeptFrame(positionMicros, followedMicros, unbrokenMicros, camera, leftOut, PeopleBytes.of(people));
    }

    /** The same frame of which so many people were left out. */
    KeptFrame leaving(int others) {
        return new KeptFrame(positionMicros, followedMicros, unbrokenMicros, camera, others, people);
    }

    /** The same frame, by which people had been followed for so long without a frame left out. */
    KeptFrame unbroken(long micros) {
        return new KeptFrame(positionMicros, followedMicros, micros, camera, leftOut, people);
    }

    /** The same frame with other people. */
    KeptFrame with(List<Person> others) {
        return of(positionMicros, followedMicros, unbrokenMicros, camera, leftOut, others);
    }

    int leftOut() {
        return leftOut;
    }

    long positionMicros() {
        return positionMicros;
    }

    long followedMicros() {
        return followedMicros;
    }

    long unbrokenMicros() {
        return unbrokenMicros;
    }

    /** Whether stages that had followed people for so long would find nothing better, had they left out frames or not. */
    boolean shows(long micros) {
        return followedMicros >= Math.min(micros, SETTLED_MICROS);
    }

    /** Whether stages that had followed people for so long, frame by frame, would find nothing better. */
    boolean holds(long micros) {
        return unbrokenMicros >= Math.min(micros, SETTLED_MICROS);
    }

    Optional<Camera> camera() {
        return camera;
    }

    /** Unpacks them. */
    List<Person> people() {
        return PeopleBytes.read(people);
    }

    /** 0..1, how sure it is that each of those with an identity is there. */
    Map<Integer, Float> sureness() {
        Map<Integer, Float> known = sureness;
        if (known == null) {
            known = people().stream().filter(person -> person.id() > 0)
                    .collect(Collectors.toUnmodifiableMap(Person::id, Person::score, Math::max));
            sureness = known;
        }
        return known;
    }

    /** The same bytes; nobody may change them. */
    byte[] bytes() {
        return people;
    }

    int size() {
        return people.length + OVERHEAD;
    }
}
