package org.posescope.pipeline.people.foresight;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import org.posescope.pipeline.Job;

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
}
