package org.posescope.app.timeline;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

import org.posescope.pipeline.kept.Attendance;

/**
 * Who was seen when in a clip.
 *
 * @param people  by identity
 * @param looked  where the clip was looked at
 */
record Lanes(List<Lane> people, List<Bar> looked) {
    static final Lanes NONE = new Lanes(List.of(), List.of());

    Lanes {
        people = List.copyOf(people);
        looked = List.copyOf(looked);
    }

    /**
     * @param frames      in the order of time
     * @param frameMicros from one frame of the clip to the next
     */
    static Lanes of(List<Attendance> frames, long frameMicros) {
        LaneBuilder looked = new LaneBuilder(frameMicros);
        Map<Integer, LaneBuilder> people = new TreeMap<>();
        OptionalLong before = OptionalLong.empty();
        for (Attendance frame : frames) {
            long position = frame.positionMicros();
            looked.seen(position, before, 1);
            for (Map.Entry<Integer, Float> seen : frame.sureness().entrySet()) {
                people.computeIfAbsent(seen.getKey(), id -> new LaneBuilder(frameMicros)).seen(position, before,
                        seen.getValue());
            }
            before = OptionalLong.of(position);
        }
        return new Lanes(people.entrySet().stream().map(entry -> entry.getValue().lane(entry.getKey())).toList(),
                looked.lane(0).bars());
    }
}
