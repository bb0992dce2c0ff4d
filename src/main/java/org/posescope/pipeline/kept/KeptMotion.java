package org.posescope.pipeline.kept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was found in the frames of a clip in one way, by their place in the clip. It holds so many bytes; beyond that, what is farthest
 * from the newest goes. Thread-safe.
 */
final class KeptMotion {
    private final TreeMap<Long, KeptFrame> frames = new TreeMap<>();
    private final long capacity;
    private long bytes;
    private boolean whole;
    private boolean changed;

    KeptMotion(long capacity) {
        this.capacity = capacity;
    }

    synchronized Optional<KeptFrame> at(long positionMicros) {
        return Optional.ofNullable(frames.get(positionMicros));
    }

    /** The frame there, or else the nearest before it and the nearest after it, no farther away than asked for. */
    synchronized List<KeptFrame> near(long positionMicros, long withinMicros) {
        KeptFrame same = frames.get(positionMicros);
        if (same != null) {
            return List.of(same);
        }
        List<KeptFrame> near = new ArrayList<>();
        for (var entry : List.of(Optional.ofNullable(frames.floorEntry(positionMicros)),
                Optional.ofNullable(frames.ceilingEntry(positionMicros)))) {
            entry.filter(each -> Math.abs(each.getKey() - positionMicros) <= withinMicros)
                    .ifPresent(each -> near.add(each.getValue()));
        }
        return near;
    }

    synchronized void put(KeptFrame frame) {
        changed = true;
        KeptFrame before = frames.put(frame.positionMicros(), frame);
        bytes += frame.size() - (before == null ? 0 : before.size());
        while (bytes > capacity && frames.size() > 1) {
            long first = frames.firstKey();
            long last = frames.lastKey();
            boolean early = frame.positionMicros() - first > last - frame.positionMicros();
            bytes -= frames.remove(early ? first : last).size();
            whole = false;
        }
    }

    /**
     * All frames of the clip were looked at one after the other, or found to be kept.
     *
     * @param places of these frames in their order, microseconds
     */
    synchronized void completed(long[] places) {
        boolean all = Arrays.stream(places)
                .allMatch(place -> at(place).filter(frame -> frame.holds(place - places[0])).isPresent());
        changed |= whole != all;
        whole = all;
    }

    /** Whether that is so, and all of it still here. */
    synchronized boolean whole() {
        return whole;
    }

    /** Takes what a file gave. */
    synchronized void take(StoredMotion stored) {
        whole = stored.whole();
        stored.frames().forEach(this::put);
        changed = false;
    }

    /** What a file has to be given, if anything changed since it was asked for last. */
    synchronized Optional<StoredMotion> news() {
        Optional<StoredMotion> news = changed ? Optional.of(new StoredMotion(whole, frames())) : Optional.empty();
        changed = false;
        return news;
    }

    synchronized List<KeptFrame> frames() {
        return List.copyOf(frames.values());
    }
}
