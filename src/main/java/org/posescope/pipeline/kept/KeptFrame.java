package org.posescope.pipeline.kept;

import java.util.List;

import org.posescope.pose.Person;

/** The people of one frame, packed. */
final class KeptFrame {
    /** Of the objects around the bytes. */
    private static final int OVERHEAD = 120;

    private final long positionMicros;
    private final long followedMicros;
    private final byte[] people;

    /**
     * @param positionMicros place of the frame in one pass of its clip
     * @param followedMicros how long people had been followed by then
     * @param people         as {@link PeopleBytes} makes them, owned by this
     */
    KeptFrame(long positionMicros, long followedMicros, byte[] people) {
        this.positionMicros = positionMicros;
        this.followedMicros = followedMicros;
        this.people = people;
    }

    static KeptFrame of(long positionMicros, long followedMicros, List<Person> people) {
        return new KeptFrame(positionMicros, followedMicros, PeopleBytes.of(people));
    }

    long positionMicros() {
        return positionMicros;
    }

    long followedMicros() {
        return followedMicros;
    }

    /** Unpacks them. */
    List<Person> people() {
        return PeopleBytes.read(people);
    }

    /** The same bytes; nobody may change them. */
    byte[] bytes() {
        return people;
    }

    int size() {
        return people.length + OVERHEAD;
    }
}
