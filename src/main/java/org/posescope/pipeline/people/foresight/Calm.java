package org.posescope.pipeline.people.foresight;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Whether nobody has come or gone for a while, so that newcomers need not be looked for so often. It is told as it was some time before a
 * frame, when all frames were surely through, so that results do not depend on timing. Thread-safe.
 */
public final class Calm {
    private static final long WHILE_MICROS = 2_000_000;
    private static final long BEFORE_MICROS = 1_000_000;
    private static final int KEPT = 1_024;

    private final int inFlight;
    private final NavigableMap<Long, Moment> moments = new ConcurrentSkipListMap<>();

    /** @param sinceMicros presentation time at which somebody came or went */
    private record Moment(long scene, long ptsMicros, long sinceMicros, Set<Long> who) {
        boolean calm() {
            return !who.isEmpty() && ptsMicros - sinceMicros >= WHILE_MICROS;
        }
    }

    /** @param inFlight of so many frames, at most, it is not yet known who is in them */
    public Calm(int inFlight) {
        this.inFlight = inFlight;
    }

    /**
     * Remembers who is in a frame. Frames come in order.
     *
     * @param sequence  position of the frame among those admitted
     * @param scene     as in {@link org.posescope.pipeline.Job#scene}
     * @param ptsMicros presentation time
     * @param who       the same numbers for the same people
     */
    public void after(long sequence, long scene, long ptsMicros, Set<Long> who) {
        long since = Optional.ofNullable(moments.lastEntry()).map(Map.Entry::getValue)
                .filter(last -> last.scene == scene && last.who.equals(who)).map(Moment::sinceMicros)
                .orElse(ptsMicros);
        moments.put(sequence, new Moment(scene, ptsMicros, since, Set.copyOf(who)));
        moments.headMap(sequence - KEPT).clear();
    }

    /** Whether it was calm a second before a frame; parameters as of {@link #after}. */
    public boolean before(long sequence, long scene, long ptsMicros) {
        long known = ptsMicros - BEFORE_MICROS;
        return moments.headMap(sequence - inFlight, true).descendingMap().values().stream()
                .takeWhile(moment -> moment.scene == scene).filter(moment -> moment.ptsMicros <= known).findFirst()
                .filter(Moment::calm).isPresent();
    }
}
