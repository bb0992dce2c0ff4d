package org.posescope.pipeline.people.foresight;

import java.util.List;
import java.util.stream.Stream;

import org.posescope.frame.Region;

/**
 * Where somebody who is followed was of late, which tells where they will be.
 *
 * @param who     the same for the same person from frame to frame, and for nobody else
 * @param moments their last ones, oldest first, at least one
 */
public record Course(long who, List<Moment> moments) {
    /** Over so many frames a velocity is steadier than the noise of the regions. */
    private static final int MEMORY = 4;

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

    /** The region at a presentation time, where centre, size and turn go on as they did. */
    public Region at(long ptsMicros) {
        Moment first = moments.getFirst();
        Moment last = moments.getLast();
        long span = last.ptsMicros() - first.ptsMicros();
        if (span <= 0) {
            return last.region();
        }
        float part = (float) (ptsMicros - last.ptsMicros()) / span;
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
