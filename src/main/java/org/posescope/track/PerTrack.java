package org.posescope.track;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What is remembered of each tracked person, until they have been away for a second. One thread uses it at a time. */
final class PerTrack<T> {
    private static final long FORGET_AFTER_MICROS = 1_000_000;

    private final Supplier<T> newcomer;
    private final Map<Integer, Memory<T>> memories = new HashMap<>();

    private record Memory<T>(T value, long lastMicros) {}

    /** What is done with it in a frame. */
    interface Use<T, R> {
        /** @param seconds since the frame before in which the person was seen; 0 in the first */
        R apply(T value, double seconds);
    }

    PerTrack(Supplier<T> newcomer) {
        this.newcomer = newcomer;
    }

    /** Begins a frame: who was last seen too long before it, or after it, is forgotten. */
    void frame(long ptsMicros) {
        memories.values().removeIf(memory -> Math.abs(ptsMicros - memory.lastMicros) > FORGET_AFTER_MICROS);
    }

    /** Uses what is remembered of somebody who is seen in a frame. */
    <R> R use(int id, long ptsMicros, Use<T, R> use) {
        Memory<T> memory = memories.get(id);
        T value = memory == null ? newcomer.get() : memory.value;
        double seconds = memory == null ? 0 : (ptsMicros - memory.lastMicros) * 1e-6;
        memories.put(id, new Memory<>(value, ptsMicros));
        return use.apply(value, seconds);
    }
}
