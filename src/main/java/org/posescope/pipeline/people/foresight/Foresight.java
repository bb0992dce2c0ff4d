package org.posescope.pipeline.people.foresight;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.posescope.frame.Region;
import org.posescope.pipeline.Job;
import org.posescope.pose.topdown.PoseObservation;

/**
 * Where people of the last frames were, from which it is foretold where they will be. A frame is foretold from the one a fixed number
 * before it, never from a newer one that happens to be ready, so that results do not depend on timing. Thread-safe.
 */
public final class Foresight {
    private final int ahead;
    private final NavigableMap<Long, Memory> memories = new ConcurrentSkipListMap<>();
    private final AtomicLong people = new AtomicLong();

    private record Memory(long scene, List<Course> courses) {}

    /** @param ahead how many frames are seen side by side; 1: one after the other, without foretelling */
    public Foresight(int ahead) {
        this.ahead = ahead;
    }

    /** Stands for somebody who is followed from now on. */
    public long newcomer() {
        return people.incrementAndGet();
    }

    /**
     * Remembers who was in a frame, when all before it are remembered.
     *
     * @param courses of those who are to be foretold
     */
    public void after(Job job, List<Course> courses) {
        memories.put(job.sequence(), new Memory(job.scene(), List.copyOf(courses)));
        Optional.ofNullable(memories.floorKey(job.sequence() + 1 - ahead))
                .ifPresent(oldest -> memories.headMap(oldest).clear());
    }

    /** Those of whom it is foretold where to look for them in the frame of a job; the frame before it has the presentation time to ask for. */
    public List<Course> courses(Job job) {
        return memory(job.sequence()).filter(memory -> memory.scene == job.scene() && job.gapMicros().isPresent())
                .map(Memory::courses).orElse(List.of());
    }

    /** How many frames after this one may be looked at in foretold regions while this one is worked on. */
    public int beside(Job job) {
        return (int) LongStream.range(1, ahead)
                .filter(i -> memory(job.sequence() + i).stream().anyMatch(memory -> !memory.courses.isEmpty())).count();
    }

    private Optional<Memory> memory(long sequence) {
        return Optional.ofNullable(memories.floorEntry(sequence - ahead)).map(Map.Entry::getValue);
    }

    /**
     * What a pose network saw of somebody who is followed before it was known where the frame before would have it look.
     *
     * @param who    of {@link Course#who}
     * @param region that was foretold
     */
    public record Foretold(long who, Region region, PoseObservation observation) {
        private static final Job.Attachment<List<Foretold>> LOOKS = new Job.Attachment<>("looks at foretold regions");
        /** As a part of the region's size. */
        private static final double FAR = 0.08;

        public static void leave(Job job, List<Foretold> looks) {
            job.attach(LOOKS, List.copyOf(looks));
        }

        public static Optional<Foretold> of(long who, Job job) {
            return job.attached(LOOKS).stream().flatMap(List::stream).filter(each -> each.who == who).findFirst();
        }

        /** Whether no corner of the foretold region lies far from that of the other one: neither place, size nor turn differs much. */
        public boolean near(Region other) {
            return distance(other, 0, 0) < FAR && distance(other, 1, 0) < FAR && distance(other, 0, 1) < FAR
                    && distance(other, 1, 1) < FAR;
        }

        private double distance(Region other, float u, float v) {
            return Math.hypot(region.frameX(u, v) - other.frameX(u, v), region.frameY(u, v) - other.frameY(u, v))
                    / Math.max(Math.abs(other.width()), Math.abs(other.height()));
        }
    }

    /**
     * Where somebody who is followed was of late, which tells where they will be.
     *
     * @param who     the same for the same person from frame to frame, and for nobody else
     * @param moments their last ones, oldest first, at least one
     */
    public record Course(long who, List<Moment> moments) {
        /** Over so many frames a velocity is steadier than the noise of the regions. */
        private static final int MEMORY = 4;
        /** So much of a velocity lasts: people stop and turn round, and some of it is noise of the regions. */
        private static final float LASTING = 0.8f;

        /** @param region in which they were at a presentation time */
        public record Moment(long ptsMicros, Region region) {}

        public Course {
            moments = List.copyOf(moments);
        }

        public static Course beginning(long who, long ptsMicros, Region region) {
            return new Course(who, List.of(new Moment(ptsMicros, region)));
        }

        public Course then(long ptsMicros, Region region) {
            return new Course(who, Stream.concat(moments.stream().skip(Math.max(0, moments.size() - MEMORY + 1)),
                    Stream.of(new Moment(ptsMicros, region))).toList());
        }

        /** The region at a presentation time, where centre, size and turn go on as they did, but not quite as fast. */
        public Region at(long ptsMicros) {
            Moment first = moments.getFirst();
            Moment last = moments.getLast();
            long span = last.ptsMicros() - first.ptsMicros();
            if (span <= 0) {
                return last.region();
            }
            float part = LASTING * (ptsMicros - last.ptsMicros()) / span;
            Region from = first.region();
            Region to = last.region();
            return new Region(to.centerX() + part * (to.centerX() - from.centerX()),
                    to.centerY() + part * (to.centerY() - from.centerY()), scaled(from.width(), to.width(), part),
                    scaled(from.height(), to.height(), part), to.rotation() + part * turn(from, to));
        }

        /** Sizes grow by factors, so that none becomes negative. */
        private static float scaled(float from, float to, float part) {
            return to * (float) Math.pow(to / from, part);
        }

        /** The shorter way round, radians. */
        private static float turn(Region from, Region to) {
            return (float) Math.IEEEremainder(to.rotation() - from.rotation(), 2 * Math.PI);
        }
    }
}
