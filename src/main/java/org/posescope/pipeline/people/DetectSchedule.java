package org.posescope.pipeline.people;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** Which frames the detector looks at although everybody is being followed, so that newcomers are found. */
final class DetectSchedule {
    private static final long USUAL_MICROS = 500_000;
    /** Where it is calm. */
    private static final long CALM_MICROS = 1_000_000;
    /** Where frames between were dropped because the machine is slow, not more than one frame in so many is looked at. */
    private static final int SELDOM = 5;

    private final int every;

    /** @param every so many frames; 0: twice a second of the source's time, or once where it is calm */
    DetectSchedule(int every) {
        this.every = every;
    }

    /**
     * @param sequence       position of the frame among those admitted
     * @param followedMicros time in the source since the scene began
     * @param gapMicros      since the frame before it; empty where nothing is known of what was before
     * @param dropped        whether frames between were dropped
     * @param calm           whether nobody came or went for a while
     */
    boolean due(long sequence, long followedMicros, OptionalLong gapMicros, boolean dropped, boolean calm) {
        if (every > 0) {
            return sequence % every == 0;
        }
        if (gapMicros.isEmpty()) {
            return true;
        }
        long gap = gapMicros.getAsLong();
        long period = Math.max(calm ? CALM_MICROS : USUAL_MICROS, dropped ? SELDOM * gap : 0);
        return Math.floorDiv(followedMicros, period) != Math.floorDiv(followedMicros - gap, period);
    }

    /**
     * Whether nobody has come or gone for a while, so that newcomers need not be looked for so often, and how certain those are who are there. It
     * is told as it was some time before a frame, when all frames were surely through, so that results do not depend on timing. Thread-safe.
     */
    static final class Calm {
        private static final long WHILE_MICROS = 2_000_000;
        private static final long BEFORE_MICROS = 500_000;
        private static final int KEPT = 1_024;

        private final int inFlight;
        private final NavigableMap<Long, Spell> spells = new ConcurrentSkipListMap<>();

        /**
         * Who is in a frame.
         *
         * @param scene     as in {@link org.posescope.pipeline.Job#scene}
         * @param ptsMicros presentation time
         * @param who       the same numbers for the same people
         * @param certain   whether it is certain of all of them that they are there
         */
        record Moment(long scene, long ptsMicros, Set<Long> who, boolean certain) {
            Moment {
                who = Set.copyOf(who);
            }
        }

        /** @param sinceMicros presentation time at which somebody came or went */
        record Spell(Moment moment, long sinceMicros) {
            boolean calm() {
                return !moment.who.isEmpty() && moment.ptsMicros - sinceMicros >= WHILE_MICROS;
            }

            /** Whether somebody was there, and all of them certainly. */
            boolean certain() {
                return !moment.who.isEmpty() && moment.certain;
            }
        }

        /** @param inFlight of so many frames, at most, it is not yet known who is in them */
        Calm(int inFlight) {
            this.inFlight = inFlight;
        }

        /**
         * Remembers who is in a frame. Frames come in order.
         *
         * @param sequence position of the frame among those admitted
         */
        void after(long sequence, Moment moment) {
            long since = Optional.ofNullable(spells.lastEntry()).map(Map.Entry::getValue)
                    .filter(last -> last.moment.scene == moment.scene && last.moment.who.equals(moment.who))
                    .map(Spell::sinceMicros).orElse(moment.ptsMicros);
            spells.put(sequence, new Spell(moment, since));
            spells.headMap(sequence - KEPT).clear();
        }

        /** What was known half a second before a frame; empty at the beginning of a scene. */
        Optional<Spell> before(long sequence, long scene, long ptsMicros) {
            long known = ptsMicros - BEFORE_MICROS;
            return spells.headMap(sequence - inFlight, true).descendingMap().values().stream()
                    .takeWhile(spell -> spell.moment.scene == scene).filter(spell -> spell.moment.ptsMicros <= known)
                    .findFirst();
        }
    }

    /**
     * When to look for somebody where nobody is: at every frame, but ten times a second where a camera has seen nobody for a while, so that an
     * empty room does not keep the machine busy.
     */
    static final class EmptyRoom {
        private static final long WHILE_MICROS = 1_000_000;
        private static final long EVERY_MICROS = 100_000;
        /** Times of frames are rounded. */
        private static final long ROUNDED_MICROS = 1_000;

        private OptionalLong emptySince = OptionalLong.empty();
        private OptionalLong looked = OptionalLong.empty();

        /** Takes a frame, in which a detector may have looked. */
        void after(long ptsMicros, boolean nobody, boolean detectorLooked) {
            if (detectorLooked) {
                looked = OptionalLong.of(ptsMicros);
            }
            if (!nobody) {
                emptySince = OptionalLong.empty();
            } else if (emptySince.isEmpty()) {
                emptySince = OptionalLong.of(ptsMicros);
            }
        }

        /** Whether a frame is one to look at if nobody was in the frame before. */
        boolean due(long ptsMicros, boolean live) {
            boolean empty = emptySince.isPresent() && ptsMicros - emptySince.getAsLong() >= WHILE_MICROS;
            return !live || !empty || looked.isEmpty()
                    || ptsMicros - looked.getAsLong() >= EVERY_MICROS - ROUNDED_MICROS;
        }
    }

    /**
     * When to look for somebody who was lost, for example behind somebody else: soon after, and then ever more seldom, because those
     * who do not come back at once have mostly left.
     */
    static final class LostSearch {
        private static final int LAST_LOOK = 32;

        private int framesSince = LAST_LOOK;

        /** Counts a frame. */
        void frame(boolean somebodyLost) {
            framesSince = somebodyLost ? 0 : Math.min(LAST_LOOK, framesSince + 1);
        }

        /** Whether the frame after those that were counted is one to look at: the 2nd, 4th, 8th, 16th since the loss. */
        boolean due() {
            int frame = framesSince + 1;
            return frame > 1 && frame < LAST_LOOK && Integer.bitCount(frame) == 1;
        }
    }
}
